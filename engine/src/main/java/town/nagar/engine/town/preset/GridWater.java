package town.nagar.engine.town.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Times;

/** Water mains along the wards of a {@link Lattice}, from one source, open twice a day. */
final class GridWater {
    private static final double USUAL_SPACING_METRES = 500;
    private static final double LITRES_A_HEAD = 135;
    private static final double PRODUCTION_FACTOR = 1.35;

    private static final Options OPTIONS =
            new Options(
                    Options.HeadLossFormula.HAZEN_WILLIAMS,
                    1.02e-6,
                    1,
                    200,
                    1e-4,
                    0,
                    0,
                    10,
                    2,
                    10,
                    0,
                    new Options.DemandModel.DemandDriven(),
                    1,
                    true);
    private static final FileUnits UNITS =
            new FileUnits(FileUnits.Flow.LPS, FileUnits.Pressure.METERS);

    private final String name;
    private final Lattice lattice;
    private final List<Zone> zones;

    GridWater(String name, Lattice lattice, List<Zone> zones) {
        this.name = name;
        this.lattice = lattice;
        this.zones = zones;
    }

    WaterPlan plan() {
        List<Integer> zoneOf = new ArrayList<>();
        List<HourSet> hours = new ArrayList<>();
        for (int ward = 0; ward < zones.size(); ward++) {
            zoneOf.add(ward);
            hours.add(HourSet.of(5, 9).and(HourSet.of(17, 20)));
        }
        double production = lattice.residents() * LITRES_A_HEAD / 1000 * PRODUCTION_FACTOR;
        return new WaterPlan(network(), zoneOf, hours, 14, production, 0.2, LITRES_A_HEAD);
    }

    private Network network() {
        List<Node> nodes = new ArrayList<>();
        for (Zone zone : zones) {
            nodes.add(new Junction("J" + zone.id(), 0, List.of(), Emitter.NONE));
        }
        nodes.add(new Reservoir("S1", 28, Pattern.NONE));
        return new Network(
                name,
                nodes,
                pipes(),
                List.of(),
                List.of(),
                OPTIONS,
                new Times(86_400, 3600, 3600, 0, 3600, 0, 360, 0),
                UNITS,
                Map.of(),
                List.of());
    }

    private List<Link> pipes() {
        List<Link> pipes = new ArrayList<>();
        double perSecond = lattice.residents() * LITRES_A_HEAD / 1000 / 86_400;
        // as wide for its longer pipes as Hazen-Williams asks for the same loss
        double longer = StrictMath.pow(lattice.spacingMetres() / USUAL_SPACING_METRES, 1 / 4.871);
        double main = longer * StrictMath.sqrt(4 * 2.2 * perSecond / Math.PI / 0.9);
        int across = lattice.wardsAcross();
        pipes.add(pipe(pipes.size(), zones.size(), 0, 800, main));
        for (int ward = 0; ward < zones.size(); ward++) {
            if (ward % across < across - 1) {
                pipes.add(pipe(pipes.size(), ward, ward + 1, lattice.wardMetres(), main * 0.62));
            }
            if (ward / across < across - 1) {
                pipes.add(
                        pipe(pipes.size(), ward, ward + across, lattice.wardMetres(), main * 0.62));
            }
        }
        return pipes;
    }

    private static Pipe pipe(int number, int from, int to, double metres, double diameter) {
        return new Pipe("P" + (number + 1), from, to, metres, diameter, 120, 0, Pipe.Position.OPEN);
    }
}
