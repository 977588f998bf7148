package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.engine.air.Emitter;
import town.nagar.engine.air.SigmaCurves;
import town.nagar.engine.air.SourceReceptor;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.RoadNode;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.town.plan.Zone;

/**
 * What a gram a second of each source adds in the middle of each zone within the hour, shared by
 * all runs. What is older is told by cells of well-mixed air.
 *
 * <p>Sources, in the order of emissions: roads in use, both directions as one; works; one square a
 * zone for hearths and fires.
 */
final class AirPlan {
    private static final double LANE_METRES = 3.5;
    private static final double ROAD_RELEASE_METRES = 0.5;
    private static final double BREATHING_METRES = 1.5;
    private static final double SQUARE_SIGMA_METRES = 5;
    private static final double SHORTEST_METRES = 1;

    /** Heights up to which air mixes in classes A to F, m; an assumption of usual size. */
    private static final double[] MIXING_METRES = {1600, 1300, 1000, 800, 400, 200};

    /** How far the air of an hour gets at the wind that the matrices are worked out at. */
    private static final double REACH_METRES = SourceReceptor.REFERENCE_METRES_PER_SECOND * 3600;

    final SourceReceptor matrices;

    /** Where what is older than an hour is. */
    final AirCells cells;

    final int emitters;

    /** The source a road is part of. */
    final int[] emitterOfRoad;

    final int firstWorks;
    final int firstSquare;

    /**
     * Works the matrices out.
     *
     * @param used whether a road carries anything in any hour under any policy
     */
    AirPlan(TownPlan plan, boolean[] used, int threads) {
        List<Emitter> all = new ArrayList<>();
        emitterOfRoad = new int[plan.roads().size()];
        Arrays.fill(emitterOfRoad, Agents.NONE);
        Map<Long, Integer> known = new HashMap<>();
        for (int road = 0; road < emitterOfRoad.length; road++) {
            if (used[road]) {
                emitterOfRoad[road] = take(plan, plan.roads().get(road), known, all);
            }
        }
        firstWorks = all.size();
        for (Works one : plan.works()) {
            all.add(new Emitter.Stack(one.eastMetres(), one.northMetres(), one.releaseMetres()));
        }
        firstSquare = all.size();
        for (Zone zone : plan.zones()) {
            double side = 1000 * Math.sqrt(zone.areaKm2());
            all.add(
                    new Emitter.Patch(
                            zone.eastMetres(), zone.northMetres(), side, SQUARE_SIGMA_METRES));
        }
        emitters = all.size();
        matrices =
                SourceReceptor.of(
                        all,
                        plan.zones().stream().mapToDouble(Zone::eastMetres).toArray(),
                        plan.zones().stream().mapToDouble(Zone::northMetres).toArray(),
                        BREATHING_METRES,
                        SigmaCurves.BRIGGS_URBAN,
                        MIXING_METRES,
                        REACH_METRES,
                        threads);
        cells = new AirCells(plan.zones(), all);
    }

    private static int take(TownPlan plan, Road road, Map<Long, Integer> known, List<Emitter> all) {
        int low = Math.min(road.from(), road.to());
        int high = Math.max(road.from(), road.to());
        long ends = (long) low * plan.nodes().size() + high;
        Integer before = known.get(ends);
        if (before != null) {
            return before;
        }
        known.put(ends, all.size());
        all.add(emitter(plan.nodes().get(low), plan.nodes().get(high), road));
        return all.size() - 1;
    }

    private static Emitter emitter(RoadNode one, RoadNode other, Road road) {
        double dx = one.eastMetres() - other.eastMetres();
        double dy = one.northMetres() - other.northMetres();
        if (dx * dx + dy * dy < SHORTEST_METRES * SHORTEST_METRES) {
            return new Emitter.Patch(
                    one.eastMetres(),
                    one.northMetres(),
                    Math.max(SHORTEST_METRES, road.lengthMetres() / 2),
                    SQUARE_SIGMA_METRES);
        }
        return new Emitter.Road(
                one.eastMetres(),
                one.northMetres(),
                other.eastMetres(),
                other.northMetres(),
                2 * road.lanes() * LANE_METRES,
                ROAD_RELEASE_METRES);
    }
}
