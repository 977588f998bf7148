package town.nagar.streams.water;

import java.util.List;
import town.nagar.contracts.places.Sensor;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;

/** The meters of a zone over a time: those at its inlets, and those of people and businesses. */
record WaterMeters(List<Slice> inlets, List<Slice> others) {
    private static final String FLOW = "flow_rate";
    private static final String USED = "consumption_liters";
    private static final String PRESSURE = "pressure_bar";

    static WaterMeters of(List<Slice> slices, ReferenceBook book) {
        return new WaterMeters(
                slices.stream().filter(slice -> isInlet(slice, book)).toList(),
                slices.stream().filter(slice -> !isInlet(slice, book)).toList());
    }

    private static boolean isInlet(Slice slice, ReferenceBook book) {
        return book.findSensor(slice.sensorId()).map(WaterMeters::isInlet).orElse(false);
    }

    private static boolean isInlet(Sensor sensor) {
        return sensor.type().contains("inlet")
                || "bulk".equals(sensor.labels().getOrDefault("meter_type", ""));
    }

    boolean isEmpty() {
        return inlets.isEmpty() && others.isEmpty();
    }

    /** Litres used behind the zone's inlets, of all meters that say so; NaN of none. */
    double usedLitres() {
        return sum(others, USED);
    }

    /** Litres that came in; NaN without an inlet meter. */
    double inflowLitres() {
        return sum(inlets, USED);
    }

    /** Mean flow through the inlets, litres a second; NaN without an inlet meter. */
    double inflowLitresPerSecond() {
        return inlets.stream()
                .filter(slice -> slice.has(FLOW))
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                Slice::sensorId,
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.averagingDouble(
                                        slice -> slice.mean(FLOW))))
                .values()
                .stream()
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    private static double sum(List<Slice> slices, String quantity) {
        return slices.stream()
                .filter(slice -> slice.has(quantity))
                .map(slice -> slice.sum(quantity))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** Mean over all readings of all meters, bar; NaN of none. */
    double meanPressureBar() {
        double sum = 0;
        int count = 0;
        for (Slice slice : all()) {
            sum += slice.sum(PRESSURE);
            count += slice.count(PRESSURE);
        }
        return sum / count;
    }

    /** The least of all readings, bar; NaN of none. */
    double minPressureBar() {
        return all().stream()
                .filter(slice -> slice.has(PRESSURE))
                .mapToDouble(slice -> slice.min(PRESSURE))
                .min()
                .orElse(Double.NaN);
    }

    int activeMeters() {
        return sensorIds().size();
    }

    List<String> sensorIds() {
        return all().stream().map(Slice::sensorId).distinct().sorted().toList();
    }

    private List<Slice> all() {
        return java.util.stream.Stream.concat(inlets.stream(), others.stream()).toList();
    }
}
