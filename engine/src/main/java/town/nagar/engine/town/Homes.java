package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;

/**
 * Where citizens live and work. Homes follow the residents, in the order of the zones; work the
 * jobs and their distance; some work near their home.
 */
final class Homes {
    /** Metres over which the pull of jobs falls to 1/e, at least, and as a share of the town. */
    private static final double REACH_METRES = 4_000;

    private static final double REACH_OF_TOWN = 0.2;

    final int[] home;
    final int[] work;

    /** See {@link Agents#ownWay}. */
    final float[] ownWay;

    private final TownPlan plan;
    private final Chance chance;

    Homes(TownPlan plan, Chance chance) {
        this.plan = plan;
        this.chance = chance;
        int citizens = plan.population().citizens();
        home = new int[citizens];
        work = new int[citizens];
        ownWay = new float[citizens];
        int zones = plan.zones().size();
        double upTo = plan.zones().getFirst().residents();
        for (int citizen = 0, zone = 0; citizen < citizens; citizen++) {
            double place = (citizen + 0.5) / citizens * plan.residents();
            while (place > upTo && zone < zones - 1) {
                zone++;
                upTo += plan.zones().get(zone).residents();
            }
            home[citizen] = zone;
        }
        employ(new double[zones]);
    }

    private void employ(double[] pull) {
        double near = 0;
        int pullOf = Agents.NONE;
        for (int citizen = 0; citizen < home.length; citizen++) {
            int zone = home[citizen];
            if (pullOf != zone) {
                pullOf = zone;
                pull(zone, pull);
                near = OwnWays.nearShare(plan, zone, pull);
            }
            boolean isNear = chance.uniform(citizen, 0, Draws.NEAR_WORK) < near;
            double u = chance.uniform(citizen, 0, Draws.WORK_ZONE);
            work[citizen] = isNear ? zone : Draw.slot(u, pull);
            ownWay[citizen] = OwnWays.ofCitizen(plan, zone, work[citizen], isNear, citizen, chance);
        }
    }

    private void pull(int from, double[] out) {
        double area = plan.zones().stream().mapToDouble(Zone::areaKm2).sum();
        double reach = Math.max(REACH_METRES, REACH_OF_TOWN * 1000 * Math.sqrt(area));
        Zone home = plan.zones().get(from);
        for (int zone = 0; zone < out.length; zone++) {
            Zone other = plan.zones().get(zone);
            double dx = other.eastMetres() - home.eastMetres();
            double dy = other.northMetres() - home.northMetres();
            double metres =
                    zone == from ? OwnWays.inner(home) * 1000 : Math.sqrt(dx * dx + dy * dy);
            out[zone] = other.jobs() * StrictMath.exp(-metres / reach);
        }
    }
}
