package town.nagar.engine.town.preset;

import java.util.List;
import town.nagar.engine.town.plan.OutsideAir;

/**
 * PM2.5 from outside of two Indian regions; assumptions of decision record 4, set so that it makes
 * up most of what monitors show.
 */
final class OutsideAirs {
    private static final double LOG_DEVIATION = 0.35;

    /** Like Delhi's. */
    static final OutsideAir NORTH =
            new OutsideAir(
                    List.of(140., 100., 65., 62., 62., 50., 30., 28., 36., 90., 150., 150.),
                    LOG_DEVIATION);

    /** Like middle Gujarat's. */
    static final OutsideAir WEST =
            new OutsideAir(
                    List.of(55., 48., 40., 35., 30., 24., 18., 18., 24., 42., 58., 58.),
                    LOG_DEVIATION);

    private OutsideAirs() {}
}
