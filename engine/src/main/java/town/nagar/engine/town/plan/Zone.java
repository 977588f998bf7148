package town.nagar.engine.town.plan;

import java.util.List;

/**
 * A ward: where people live and work, and a receptor of the air.
 *
 * @param id such as {@code Z001}
 * @param eastMetres of its middle, from a point common to the plan
 * @param northMetres of its middle
 * @param areaKm2 above 0
 * @param residents people, from 0
 * @param jobs places of work, from 0
 * @param roadNodes where its trips enter the roads: indices into the plan's nodes, one or more
 * @param hearthGramsPerSecond PM2.5 of cooking, mean over the day, from 0
 * @param burntWasteKgPerDay household waste burnt in the open, from 0
 */
public record Zone(
        String id,
        double eastMetres,
        double northMetres,
        double areaKm2,
        double residents,
        double jobs,
        List<Integer> roadNodes,
        double hearthGramsPerSecond,
        double burntWasteKgPerDay) {
    /** Workers among residents: Census of India 2011, 39.8 %, less those who work at home. */
    private static final double JOBS_A_RESIDENT = 0.36;

    /**
     * PM2.5 of household fuel a head in a town with mostly gas, g/s. An assumption: 0.05 kg of wood
     * a head and day at 7 g/kg (Akagi et al. 2011, open cooking).
     */
    private static final double HEARTH_GRAMS_A_HEAD_SECOND = 0.05 * 7 / 86_400;

    /** Waste a head and day of which a share is burnt. An assumption: 0.4 kg, 5 %. */
    private static final double BURNT_KG_A_HEAD_DAY = 0.4 * 0.05;

    /**
     * @throws IllegalArgumentException naming the zone, the value and what is allowed
     */
    public Zone {
        String what = "zone " + id + ": ";
        Ranges.requireBetween(what + "east, m", eastMetres, -1e7, 1e7);
        Ranges.requireBetween(what + "north, m", northMetres, -1e7, 1e7);
        Ranges.requireAbove(what + "area, km2", areaKm2, 0);
        Ranges.requireBetween(what + "residents", residents, 0, 1e8);
        Ranges.requireBetween(what + "jobs", jobs, 0, 1e8);
        Ranges.requireSome(what + "road nodes", roadNodes);
        Ranges.requireBetween(what + "hearths, g/s", hearthGramsPerSecond, 0, 1e4);
        Ranges.requireBetween(what + "burnt waste, kg/day", burntWasteKgPerDay, 0, 1e7);
        roadNodes = List.copyOf(roadNodes);
    }

    /** A zone of which no more is known: jobs, hearths and fires by the number of residents. */
    public static Zone of(
            String id,
            double eastMetres,
            double northMetres,
            double areaKm2,
            double residents,
            List<Integer> roadNodes) {
        return new Zone(
                id,
                eastMetres,
                northMetres,
                areaKm2,
                residents,
                JOBS_A_RESIDENT * residents,
                roadNodes,
                HEARTH_GRAMS_A_HEAD_SECOND * residents,
                BURNT_KG_A_HEAD_DAY * residents);
    }
}
