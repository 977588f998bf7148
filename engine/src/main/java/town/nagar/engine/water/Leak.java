package town.nagar.engine.water;

import town.nagar.engine.water.network.Emitter;

/**
 * A burst or leak at a junction for part of a run.
 *
 * @param junction its name
 * @param opening how much flows out at which pressure
 * @param fromSeconds since the run began
 * @param untilSeconds when it is repaired; {@link Long#MAX_VALUE} if it is not
 */
public record Leak(String junction, Emitter opening, long fromSeconds, long untilSeconds) {
    /** Share of the ideal flow that leaves a sharp-edged hole (WNTR's usual value). */
    private static final double DISCHARGE_COEFFICIENT = 0.75;

    private static final double GRAVITY_M_PER_S2 = 9.81;

    public Leak {
        if (fromSeconds < 0 || untilSeconds <= fromSeconds) {
            throw new IllegalArgumentException(
                    "leak at %s: from %d s until %d s; it must begin at 0 or later and end after it begins"
                            .formatted(junction, fromSeconds, untilSeconds));
        }
    }

    /** A leak that is not repaired. */
    public static Leak from(String junction, Emitter opening, long fromSeconds) {
        return new Leak(junction, opening, fromSeconds, Long.MAX_VALUE);
    }

    /** What leaves a hole of fixed size: q = 0.75 A sqrt(2 g p). */
    public static Emitter hole(double areaM2) {
        double coefficient = DISCHARGE_COEFFICIENT * areaM2 * Math.sqrt(2 * GRAVITY_M_PER_S2);
        return new Emitter(coefficient, 0.5);
    }
}
