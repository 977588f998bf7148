package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.sensing.Happening.Kind;

/** What goes wrong with sensors: at most one fault a sensor and day, within the day. */
final class Faults {
    /** A sensor-day's lot below these limits means the fault. */
    private static final double SILENCE = 0.005;

    private static final double SPIKES = 0.010;
    private static final double DRIFT = 0.014;
    private static final double DUPLICATES = 0.019;
    private static final double LATE_BATCH = 0.024;

    private static final double LAST_HOUR = 23.9;

    /**
     * A fault between two hours since 1970 by local clock, both inside one day.
     *
     * @param size what the value is multiplied by at the end of a drift or in a spike; else 0
     */
    record Fault(Kind kind, double fromHours, double untilHours, double size) {
        boolean holds(double hours) {
            return hours >= fromHours && hours < untilHours;
        }
    }

    private final Chance chance;

    Faults(Chance chance) {
        this.chance = chance;
    }

    /**
     * @param number of the sensor, from 0
     */
    Optional<Fault> find(int number, long day) {
        double lot = chance.uniform("fault", number, day);
        if (lot >= LATE_BATCH) {
            return Optional.empty();
        }
        double from = day * 24 + chance.between("fault hour", number, day, 1, 17);
        double turn = chance.uniform("fault size", number, day);
        return Optional.of(fault(lot, from, turn, day * 24 + LAST_HOUR));
    }

    private static Fault fault(double lot, double from, double turn, double dayEnds) {
        if (lot < SILENCE) {
            return new Fault(Kind.SILENCE, from, from + 1.5 + 4 * turn, 0);
        }
        if (lot < SPIKES) {
            return new Fault(Kind.SPIKES, from, from + 1, 5 + 4 * turn);
        }
        if (lot < DRIFT) {
            return new Fault(Kind.DRIFT, from, dayEnds, 0.6 + 0.9 * turn);
        }
        return lot < DUPLICATES
                ? new Fault(Kind.DUPLICATES, from, from + 1 + 2 * turn, 0)
                : new Fault(Kind.LATE_BATCH, from, from + 0.6 + turn, 0);
    }

    /** The values as the faulty sensor gives them. */
    Values distort(Fault fault, TownTime time, Values values) {
        if (!fault.holds(time.hours())) {
            return values;
        }
        double past = (time.hours() - fault.fromHours()) / (fault.untilHours() - fault.fromHours());
        return switch (fault.kind()) {
            case SPIKES -> multiply(values, fault.size());
            case DRIFT -> multiply(values, 1 + (fault.size() - 1) * past);
            default -> values;
        };
    }

    /** The values with the quantity multiplied that a fault shows in. */
    static Values multiply(Values values, double factor) {
        Domain domain = values.quantities().list().getFirst().domain();
        Quantity faulty = mainQuantity(domain, values);
        Values.Builder builder = new Values.Builder(domain);
        for (Quantity quantity : values.quantities().list()) {
            if (values.has(quantity)) {
                double value = values.get(quantity);
                builder.set(
                        quantity,
                        quantity.equals(faulty) ? changed(quantity, value, factor) : value);
            }
        }
        return builder.build();
    }

    private static double changed(Quantity quantity, double value, double factor) {
        double possible =
                Math.clamp(value * factor, quantity.physical().min(), quantity.physical().max());
        return Measured.round(possible, 2);
    }

    /** The quantity that a fault of the domain's sensors shows in. */
    private static Quantity mainQuantity(Domain domain, Values values) {
        var quantities = values.quantities();
        return switch (domain) {
            case TRAFFIC -> quantities.get("average_speed");
            case POLLUTION -> quantities.get("pm25");
            case AGRICULTURE -> quantities.get("soil_moisture");
            case MARKET -> quantities.get("modal_price");
            case WEATHER -> quantities.get("temperature");
            case WATER -> quantities.list().stream().filter(values::has).findFirst().orElseThrow();
        };
    }
}
