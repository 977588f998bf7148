package town.nagar.town.simulate;

import java.util.Arrays;
import town.nagar.engine.town.plan.OutsideAir;

/** The air round a town of middle Gujarat; of the fine dust 70 % is taken to come from outside. */
final class SampleAir {
    private static final double[] PM25 = {62, 50, 42, 36, 30, 24, 17, 16, 22, 42, 62, 66};
    private static final double FROM_OUTSIDE = 0.7;
    private static final double LOG_DEVIATION = 0.35;

    /** Assumptions of decision record 4. */
    static final OutsideAir OUTSIDE =
            new OutsideAir(
                    Arrays.stream(PM25).mapToObj(pm25 -> FROM_OUTSIDE * pm25).toList(),
                    LOG_DEVIATION);

    private SampleAir() {}
}
