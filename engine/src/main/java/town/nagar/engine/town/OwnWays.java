package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;

/**
 * How long a citizen's own way is beside that of all between the same zones.
 *
 * <p>Over half of those who commute in India go less than 5 km (Census of India 2011). Where zones
 * are so large that jobs and distances between them give fewer short ways, the rest of that half
 * works near home.
 */
final class OwnWays {
    private static final double SHORT_KM = 5;
    private static final double SHORT_SHARE = 0.5;

    /** Mean distance of two random places of a unit square. */
    private static final double MEAN_OF_SQUARE = 0.5214;

    private OwnWays() {}

    /**
     * Share of a zone's citizens who work near home so that half have a short way.
     *
     * @param pull of the jobs of each zone
     */
    static double nearShare(TownPlan plan, int zone, double[] pull) {
        double brief = 0;
        double all = 0;
        for (int other = 0; other < pull.length; other++) {
            brief += pull[other] * shortShare(plan, zone, other);
            all += pull[other];
        }
        double known = brief / all;
        return known < SHORT_SHARE ? (SHORT_SHARE - known) / (1 - known) : 0;
    }

    private static double shortShare(TownPlan plan, int zone, int other) {
        double km = GuessedWays.km(plan, zone, other);
        if (zone != other) {
            return km < SHORT_KM ? 1 : 0;
        }
        double r = MEAN_OF_SQUARE * SHORT_KM / km;
        return r >= 1 ? 1 : r * r * (Math.PI - r * (8.0 / 3 - 0.5 * r));
    }

    /** A citizen's own way over that between the zones; differs from 1 within one. */
    static float ofCitizen(
            TownPlan plan, int home, int work, boolean isNear, int citizen, Chance chance) {
        if (home != work) {
            return 1;
        }
        Zone zone = plan.zones().get(home);
        double within = isNear ? near(zone, citizen, chance) : acrossSquare(citizen, chance);
        return (float) within;
    }

    private static double near(Zone zone, int citizen, Chance chance) {
        return SHORT_KM * chance.uniform(citizen, 0, Draws.OWN_WAY) / inner(zone);
    }

    private static double acrossSquare(int citizen, Chance chance) {
        double dx =
                chance.uniform(citizen, 0, Draws.OWN_WAY)
                        - chance.uniform(citizen, 1, Draws.OWN_WAY);
        double dy =
                chance.uniform(citizen, 2, Draws.OWN_WAY)
                        - chance.uniform(citizen, 3, Draws.OWN_WAY);
        return Math.sqrt(dx * dx + dy * dy) / MEAN_OF_SQUARE;
    }

    /** A usual way within a zone, km. */
    static double inner(Zone zone) {
        return 0.5 * Math.sqrt(zone.areaKm2());
    }
}
