package town.nagar.norms.traffic;

/** Passenger car units of a stream of vehicles. */
public final class Pcu {
    /** Cars that one unclassified vehicle of the town's mix stands for. */
    public static final double TOWN_MIX = ofTownMix();

    private static final double SECONDS_PER_HOUR = 3600;

    private Pcu() {}

    /**
     * Cars that all counted vehicles stand for.
     *
     * @param counts vehicles by {@link VehicleClass} ordinal; NaN counts as none
     * @return NaN if no class has a count
     */
    public static double ofClasses(double[] counts) {
        double total = 0;
        boolean counted = false;
        for (double count : counts) {
            counted |= !Double.isNaN(count);
            total += Double.isNaN(count) ? 0 : count;
        }
        return counted ? sum(counts, total) : Double.NaN;
    }

    /**
     * Cars that a stream stands for of which some vehicles, or all, were not told apart; those are
     * taken by the town's mix.
     *
     * @param counts vehicles by {@link VehicleClass} ordinal; NaN counts as none
     * @param vehicles all vehicles; NaN if not known, then the classes are all
     * @return NaN if nothing was counted
     */
    public static double ofStream(double[] counts, double vehicles) {
        double classified = ofClasses(counts);
        if (Double.isNaN(vehicles)) {
            return classified;
        }
        double known = Double.isNaN(classified) ? 0 : classified;
        return known + ofUnclassified(unclassified(counts, vehicles));
    }

    /** Whether {@link #ofStream} of the same has to assume the town's mix for any vehicle. */
    public static boolean isEstimated(double[] counts, double vehicles) {
        return unclassified(counts, vehicles) > 0;
    }

    private static double unclassified(double[] counts, double vehicles) {
        double rest = vehicles;
        for (double count : counts) {
            rest -= Double.isNaN(count) ? 0 : count;
        }
        return Math.max(0, rest);
    }

    private static double sum(double[] counts, double total) {
        double pcu = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                pcu += counts[i] * VehicleClass.all().get(i).pcu(counts[i] / total);
            }
        }
        return pcu;
    }

    /** Cars that this many unclassified vehicles stand for, by the town's mix. */
    public static double ofUnclassified(double vehicles) {
        return vehicles * TOWN_MIX;
    }

    /** What was counted in an interval, as a rate an hour. */
    public static double perHour(double amount, double intervalSeconds) {
        return amount * SECONDS_PER_HOUR / intervalSeconds;
    }

    private static double ofTownMix() {
        return VehicleClass.all().stream()
                .mapToDouble(c -> c.townShare() * c.pcu(c.townShare()))
                .sum();
    }
}
