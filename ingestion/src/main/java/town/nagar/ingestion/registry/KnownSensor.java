package town.nagar.ingestion.registry;

import java.util.List;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Quantity.Range;

/** A sensor with what the door asks about it, ready to hand. */
public final class KnownSensor {
    private final int number;
    private final Sensor sensor;
    private final double[] plausibleMin;
    private final double[] plausibleMax;

    KnownSensor(int number, Sensor sensor) {
        this.number = number;
        this.sensor = sensor;
        List<Quantity> quantities = Quantities.of(sensor.domain()).list();
        plausibleMin = new double[quantities.size()];
        plausibleMax = new double[quantities.size()];
        for (Quantity quantity : quantities) {
            Range range = sensor.plausible().getOrDefault(quantity.name(), quantity.plausible());
            plausibleMin[quantity.index()] = Math.max(range.min(), quantity.plausible().min());
            plausibleMax[quantity.index()] = Math.min(range.max(), quantity.plausible().max());
        }
    }

    /** Small and unique while the process runs; the same for the same id. */
    public int number() {
        return number;
    }

    public Sensor sensor() {
        return sensor;
    }

    public String id() {
        return sensor.id();
    }

    /**
     * Whether a value lies in the sensor's own plausible range, which only narrows the quantity's.
     *
     * @param quantity the quantity's slot
     */
    public boolean isPlausible(int quantity, double value) {
        return value >= plausibleMin[quantity] && value <= plausibleMax[quantity];
    }
}
