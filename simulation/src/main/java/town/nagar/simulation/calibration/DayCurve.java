package town.nagar.simulation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A weekday's traffic by hour: a level at night and three humps on top of it, round the clock. */
public final class DayCurve {
    private static final int HOURS = 24;
    private static final List<String> HUMPS = List.of("morning", "midday", "evening");
    private static final double[] USUAL_HOUR = {7, 12, 17};
    private static final double[] USUAL_WIDTH = {1.5, 3.5, 2};

    private DayCurve() {}

    /**
     * The level and each hump's height, middle and width.
     *
     * @param mostVehicles the largest count that may come out of a hump
     */
    public static List<Parameter> parameters(double mostVehicles) {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter("night, vehicles/h", 0, mostVehicles, 0.1 * mostVehicles));
        for (int hump = 0; hump < HUMPS.size(); hump++) {
            String name = HUMPS.get(hump);
            double hour = USUAL_HOUR[hump];
            double width = USUAL_WIDTH[hump];
            all.add(new Parameter(name + ", vehicles/h", 0, mostVehicles, 0.5 * mostVehicles));
            all.add(new Parameter(name + ", hour", hour - 2.5, hour + 2.5, hour));
            all.add(new Parameter(name + ", width, h", 0.3, 3 * width, width));
        }
        return List.copyOf(all);
    }

    /**
     * Writes the vehicles of each hour.
     *
     * @param parameters in the order of {@link #parameters}
     * @param out 24 slots
     */
    public static void write(double[] parameters, double[] out) {
        for (int hour = 0; hour < HOURS; hour++) {
            double sum = parameters[0];
            for (int hump = 0; hump < HUMPS.size(); hump++) {
                double apart = Math.abs(hour + 0.5 - parameters[3 * hump + 2]) % HOURS;
                double near = Math.min(apart, HOURS - apart) / parameters[3 * hump + 3];
                sum += parameters[3 * hump + 1] * StrictMath.exp(-0.5 * near * near);
            }
            out[hour] = sum;
        }
    }

    /** Each hour's share of the day. */
    public static List<Double> shares(double[] parameters) {
        var hours = new double[HOURS];
        write(parameters, hours);
        double sum = Arrays.stream(hours).sum();
        return Arrays.stream(hours).map(vehicles -> vehicles / sum).boxed().toList();
    }
}
