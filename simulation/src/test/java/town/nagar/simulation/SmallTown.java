package town.nagar.simulation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import town.nagar.engine.town.plan.Commodity;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Mandi;
import town.nagar.engine.town.plan.OutsideAir;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.RoadClass;
import town.nagar.engine.town.plan.RoadNode;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.town.plan.Works;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.weather.TownClimates;

/** Three wards on a triangle of roads. */
public final class SmallTown {
    private static final String PIPES =
            """
            [JUNCTIONS]
             J1 0 1
             J2 0 1
             J3 0 1
            [RESERVOIRS]
             SOURCE 40
            [PIPES]
             P1 SOURCE J1 500 300 130 0 Open
             P2 SOURCE J2 900 300 130 0 Open
             P3 J2 J3 700 250 130 0 Open
            [OPTIONS]
             Units LPS
             Headloss H-W
            [END]
            """;

    private SmallTown() {}

    /** The town's plan. */
    public static TownPlan plan() {
        return new TownPlan(
                "Small Town",
                List.of(
                        Zone.of("Z001", 0, 0, 1, 4_000, List.of(0)),
                        Zone.of("Z002", 1_000, 0, 1, 3_000, List.of(1)),
                        Zone.of("Z003", 500, 800, 1, 3_000, List.of(2))),
                List.of(new RoadNode(0, 0), new RoadNode(1_000, 0), new RoadNode(500, 800)),
                roads(),
                water(),
                List.of(new Works("W001", 2, 500, 900, 30, 0.2, HourSet.ALL)),
                List.of(),
                List.of(new Holding("wheat", 200, 0, 40, 0.9, 350, 0.3)),
                List.of(new Mandi("M001", 0, 0, 1)),
                List.of(new Commodity("wheat", 2_600, -0.34, 2_425, 0.25)),
                Population.DESIGN,
                TownClimates.northGujarat(),
                new OutsideAir(Collections.nCopies(12, 35.0), 0.35));
    }

    /** The town, ready. */
    public static PlannedTown town() {
        return new PlannedTown(plan(), "small town", List.of("It is small."));
    }

    private static List<Road> roads() {
        var roads = new ArrayList<Road>();
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                if (from != to) {
                    roads.add(
                            Road.of(
                                    "R%03d".formatted(roads.size() + 1),
                                    from,
                                    to,
                                    RoadClass.ARTERIAL,
                                    1_000,
                                    1,
                                    900,
                                    40));
                }
            }
        }
        return roads;
    }

    private static WaterPlan water() {
        return new WaterPlan(
                network(),
                List.of(0, 1, 2),
                Collections.nCopies(3, HourSet.ALL),
                12,
                1_800,
                0.15,
                135);
    }

    private static Network network() {
        try {
            return InpReader.read(new StringReader(PIPES), "small town's pipes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
