package town.nagar.engine.town;

import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;

/** Ways between zones before roads are asked: by the straight line, and within a zone. */
final class GuessedWays {
    private static final double KM_PER_HOUR = 22;
    private static final double WITHIN_KM_PER_HOUR = 16;
    private static final double DETOUR = 1.3;

    private GuessedWays() {}

    /** A usual way between two zones, km. */
    static double km(TownPlan plan, int from, int to) {
        Zone a = plan.zones().get(from);
        Zone b = plan.zones().get(to);
        double dx = a.eastMetres() - b.eastMetres();
        double dy = a.northMetres() - b.northMetres();
        return from == to ? OwnWays.inner(a) : DETOUR * Math.sqrt(dx * dx + dy * dy) / 1000;
    }

    /**
     * Writes the ways of all pairs, and the minutes they take.
     *
     * @param km one slot a pair
     * @param minutes one slot a pair
     */
    static void fill(TownPlan plan, double[] km, double[] minutes) {
        int zones = plan.zones().size();
        for (int from = 0; from < zones; from++) {
            for (int to = 0; to < zones; to++) {
                double way = km(plan, from, to);
                km[from * zones + to] = way;
                minutes[from * zones + to] =
                        way / (from == to ? WITHIN_KM_PER_HOUR : KM_PER_HOUR) * 60;
            }
        }
    }
}
