package town.nagar.town.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.readings.Quantity;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.Measure;
import town.nagar.forecast.serving.Past;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.traffic.Congestion;
import town.nagar.norms.traffic.Pcu;
import town.nagar.norms.traffic.VehicleClass;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.publishing.KnownFireworks;
import town.nagar.sample.sensing.LastingDrift;
import town.nagar.sample.sensing.SensorSimulator;
import town.nagar.sample.sensing.SimulatedReading;
import town.nagar.town.simulate.Harvests;

/** What a town's simulated sensors would have measured, in the hours, days and years of the API. */
final class SimulatedPast implements Past {
    private static final ZoneOffset IST = ZoneOffset.ofHoursMinutes(5, 30);
    private static final int HOURS = 75 * 24;
    private static final int DAYS = 2 * 365;
    private static final int YEARS = 24;

    private final TownFolder town;
    private final SensorSimulator simulator;
    private final Map<Measure, Optional<Panel>> traffic = new EnumMap<>(Measure.class);

    /** The past as sound sensors have it. */
    SimulatedPast(TownFolder town) {
        this(town, LastingDrift.NONE);
    }

    SimulatedPast(TownFolder town, LastingDrift drift) {
        this.town = town;
        this.simulator = SensorSimulator.of(town, town.info().seed(), new KnownFireworks(), drift);
    }

    @Override
    public Optional<Panel> generate(Measure measure, LocalDateTime until) {
        return switch (measure) {
            case VEHICLE_COUNT, AVERAGE_SPEED, CONGESTION_LEVEL -> traffic(measure, until);
            case PM25, PM10 -> hours(measure, until, reading -> value(reading, measure.quantity()));
            case AQI -> indices(until);
            case CONSUMPTION ->
                    sums(measure, until, HOURS, reading -> value(reading, measure.quantity()));
            case MODAL_PRICE ->
                    panel(
                            new Buckets(measure, until, DAYS),
                            reading -> value(reading, measure.quantity()),
                            false);
            case YIELD -> harvests(measure, until);
        };
    }

    private static double value(SimulatedReading reading, String quantity) {
        Optional<Quantity> known = reading.values().quantities().find(quantity);
        return known.isPresent() ? reading.values().get(known.get()) : Double.NaN;
    }

    /** All of traffic in one pass, as its sensors say by far the most; the others wait. */
    private Optional<Panel> traffic(Measure measure, LocalDateTime until) {
        if (!traffic.containsKey(measure)) {
            var counts = new Buckets(Measure.VEHICLE_COUNT, until, HOURS);
            var speeds = new Buckets(Measure.AVERAGE_SPEED, until, HOURS);
            var levels = new Buckets(Measure.CONGESTION_LEVEL, until, HOURS);
            readings(
                    counts,
                    reading -> {
                        String road = place(reading);
                        counts.add(road, reading.eventTime(), value(reading, "vehicle_count"));
                        speeds.add(road, reading.eventTime(), value(reading, "average_speed"));
                        levels.add(road, reading.eventTime(), congestion(reading));
                    });
            for (Buckets each : List.of(counts, speeds, levels)) {
                traffic.put(each.measure, each.panel(false));
            }
        }
        return traffic.getOrDefault(measure, Optional.empty());
    }

    private Optional<Panel> hours(
            Measure measure, LocalDateTime until, ToDoubleFunction<SimulatedReading> value) {
        return panel(new Buckets(measure, until, HOURS), value, false);
    }

    private Optional<Panel> sums(
            Measure measure,
            LocalDateTime until,
            int length,
            ToDoubleFunction<SimulatedReading> value) {
        return panel(new Buckets(measure, until, length), value, true);
    }

    private Optional<Panel> panel(
            Buckets buckets, ToDoubleFunction<SimulatedReading> value, boolean sum) {
        collect(buckets, value);
        return buckets.panel(sum);
    }

    private void collect(Buckets buckets, ToDoubleFunction<SimulatedReading> value) {
        readings(
                buckets,
                reading ->
                        buckets.add(
                                place(reading), reading.eventTime(), value.applyAsDouble(reading)));
    }

    private void readings(Buckets buckets, Consumer<SimulatedReading> take) {
        simulator.each(
                sensor -> sensor.domain() == buckets.measure.domain(),
                buckets.from().minusMillis(1),
                buckets.until().minusMillis(1),
                take);
    }

    /** The place that the API names a series by. */
    private static String place(SimulatedReading reading) {
        String place = reading.sensor().placeId();
        return reading.sensor().domain() == Domain.MARKET
                ? place + ":" + reading.sensor().labels().getOrDefault("commodity", "")
                : place;
    }

    /** How congested its road is, as the stream of traffic tells it. */
    private double congestion(SimulatedReading reading) {
        double[] counts = new double[VehicleClass.all().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = value(reading, VehicleClass.all().get(i).quantity());
        }
        double classified = Pcu.ofClasses(counts);
        double pcu =
                Double.isNaN(classified)
                        ? Pcu.ofUnclassified(value(reading, "vehicle_count"))
                        : classified;
        double given = value(reading, "interval_seconds");
        double seconds = Double.isNaN(given) ? reading.sensor().intervalSeconds() : given;
        Optional<Place> road = town.findPlace(reading.sensor().placeId());
        int level =
                Congestion.level(
                        Pcu.perHour(pcu, seconds) / figure(road, "capacity_pcu_per_hour"),
                        value(reading, "average_speed"),
                        figure(road, "free_flow_kmh"));
        return level == Congestion.UNKNOWN ? Double.NaN : level;
    }

    private static double figure(Optional<Place> road, String name) {
        return road.map(place -> place.figure(name)).orElse(Double.NaN);
    }

    /** The running index of each hour, from the hourly means of all pollutants. */
    private Optional<Panel> indices(LocalDateTime until) {
        Map<String, double[][]> means = new TreeMap<>();
        for (Pollutant pollutant : Pollutant.all()) {
            var buckets = new Buckets(Measure.AQI, until, HOURS);
            collect(buckets, reading -> value(reading, pollutant.quantity()));
            buckets.means()
                    .forEach((station, hourly) ->
                            means.computeIfAbsent(station, _ -> unknown())[pollutant.ordinal()] =
                                    hourly);
        }
        Map<String, double[]> indices = new TreeMap<>();
        means.forEach((station, hourly) -> indices.put(station, running(hourly)));
        return new Buckets(Measure.AQI, until, HOURS).panelOf(indices);
    }

    private static double[][] unknown() {
        double[][] hours = new double[Pollutant.all().size()][HOURS];
        for (double[] one : hours) {
            Arrays.fill(one, Double.NaN);
        }
        return hours;
    }

    private static double[] running(double[][] hourly) {
        double[] index = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            var known = Naqi.running(hourly, hour + 1).index();
            index[hour] = known.isPresent() ? known.getAsInt() : Double.NaN;
        }
        return index;
    }

    private Optional<Panel> harvests(Measure measure, LocalDateTime until) {
        List<Place> fields =
                town.places().stream().filter(place -> place.kind() == PlaceKind.FIELD).toList();
        LocalDate first = until.toLocalDate().withDayOfYear(1).minusYears(YEARS);
        Optional<Harvests> weather = weather(first, until.toLocalDate());
        if (fields.isEmpty() || weather.isEmpty()) {
            return Optional.empty();
        }
        Map<String, double[]> byField = new TreeMap<>();
        for (Place field : fields) {
            double[] yields = new double[YEARS];
            for (int year = 0; year < YEARS; year++) {
                yields[year] =
                        weather.get()
                                .kilogramsAHectare(
                                        field, first.getYear() + year, until.toLocalDate());
            }
            byField.put(field.id(), yields);
        }
        return new Buckets(measure, until, YEARS).panelOf(byField);
    }

    /** Days of the first weather station; empty if there is none. */
    private Optional<Harvests> weather(LocalDate first, LocalDate until) {
        Optional<String> station =
                simulator.sensors().stream()
                        .filter(sensor -> sensor.domain() == Domain.WEATHER)
                        .map(sensor -> sensor.id())
                        .findFirst();
        if (station.isEmpty()) {
            return Optional.empty();
        }
        int days = (int) (until.toEpochDay() - first.toEpochDay());
        double[] least = new double[days];
        double[] most = new double[days];
        double[] rain = new double[days];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        Instant from = first.atStartOfDay().toInstant(IST);
        simulator.each(
                sensor -> sensor.id().equals(station.get()),
                from.minusMillis(1),
                until.atStartOfDay().toInstant(IST).minusMillis(1),
                reading -> {
                    long seconds = reading.eventTime().getEpochSecond() - from.getEpochSecond();
                    int day = (int) (seconds / 86_400);
                    double temperature = value(reading, "temperature");
                    least[day] = Math.min(least[day], temperature);
                    most[day] = Math.max(most[day], temperature);
                    rain[day] += value(reading, "rainfall_mm");
                });
        for (int day = 0; day < days; day++) {
            boolean silent = !(least[day] <= most[day]);
            least[day] = silent ? 20 : least[day];
            most[day] = silent ? 32 : most[day];
        }
        double latitude = (town.info().bounds().south() + town.info().bounds().north()) / 2;
        return Optional.of(new Harvests(first, latitude, least, most, rain));
    }

    /** Readings added up by place and step of time. */
    private static final class Buckets {
        private final Measure measure;
        private final TimeGrid grid;
        private final long fromSeconds;
        private final long stepSeconds;
        private final Map<String, double[]> sums = new TreeMap<>();
        private final Map<String, int[]> counts = new TreeMap<>();

        Buckets(Measure measure, LocalDateTime until, int length) {
            this.measure = measure;
            this.grid = new TimeGrid(measure.step().after(until, -length), measure.step(), length);
            this.fromSeconds = from().getEpochSecond();
            this.stepSeconds = Math.max(1, measure.step().minutes() * 60);
        }

        Instant from() {
            return grid.at(0).toInstant(IST);
        }

        Instant until() {
            return grid.at(grid.length()).toInstant(IST);
        }

        void add(String place, Instant at, double value) {
            int slot = (int) ((at.getEpochSecond() - fromSeconds) / stepSeconds);
            if (!Double.isNaN(value) && slot >= 0 && slot < grid.length()) {
                sums.computeIfAbsent(place, _ -> new double[grid.length()])[slot] += value;
                counts.computeIfAbsent(place, _ -> new int[grid.length()])[slot]++;
            }
        }

        Map<String, double[]> means() {
            Map<String, double[]> means = new TreeMap<>();
            sums.forEach((place, sum) -> {
                int[] count = counts.getOrDefault(place, new int[grid.length()]);
                double[] mean = new double[sum.length];
                for (int i = 0; i < mean.length; i++) {
                    mean[i] = count[i] == 0 ? Double.NaN : sum[i] / count[i];
                }
                means.put(place, mean);
            });
            return means;
        }

        private Map<String, double[]> totals() {
            Map<String, double[]> totals = new TreeMap<>(means());
            totals.replaceAll((place, means) -> {
                int[] count = counts.getOrDefault(place, new int[grid.length()]);
                for (int i = 0; i < means.length; i++) {
                    means[i] *= count[i];
                }
                return means;
            });
            return totals;
        }

        Optional<Panel> panel(boolean sum) {
            return panelOf(sum ? totals() : means());
        }

        Optional<Panel> panelOf(Map<String, double[]> values) {
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Panel.of(
                                    grid,
                                    new ArrayList<>(values.keySet()),
                                    values.values().toArray(double[][]::new)));
        }
    }
}
