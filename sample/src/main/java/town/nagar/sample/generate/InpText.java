package town.nagar.sample.generate;

import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import town.nagar.contracts.places.Point;
import town.nagar.sample.generate.WaterNetwork.Junction;
import town.nagar.sample.generate.WaterNetwork.Pump;

/** A water network as an EPANET 2.2 input file: litres a second, metres, Hazen-Williams. */
final class InpText {
    private static final int ROUGHNESS = 130;

    /** Share of the average demand in each hour from midnight; their mean is 1. */
    private static final List<Double> HOURS = demandByHour();

    private final Formatter text = new Formatter(Locale.ROOT);

    private InpText() {}

    static String of(WaterNetwork network, String title) {
        return new InpText().write(network, title);
    }

    /** Losses of 15 % flow all day; the rest follows people's habits, with peaks at 7 and at 19. */
    private static List<Double> demandByHour() {
        double[] habit = {
            0.25, 0.20, 0.20, 0.25, 0.50, 1.10, 1.90, 2.10, 1.85, 1.45, 1.15, 1.05, 1.05, 0.95,
            0.85, 0.85, 0.95, 1.15, 1.45, 1.55, 1.30, 0.95, 0.60, 0.35
        };
        double mean = Arrays.stream(habit).average().orElseThrow();
        return Arrays.stream(habit)
                .mapToObj(each -> WaterPlan.LOSS_SHARE + (1 - WaterPlan.LOSS_SHARE) * each / mean)
                .toList();
    }

    /** The greatest hourly demand as a multiple of the average. */
    static double peakFactor() {
        return HOURS.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private String write(WaterNetwork network, String title) {
        section("TITLE", title);
        writeNodes(network);
        writeLinks(network);
        writeBehaviour(network);
        writeMap(network);
        text.format("[END]\n");
        return text.toString();
    }

    private void writeNodes(WaterNetwork network) {
        section("JUNCTIONS", ";id elevation_m demand_lps pattern");
        network.junctions()
                .forEach(each ->
                        text.format(
                                " %s %.2f %.4f %s\n",
                                each.id(), each.elevationM(), each.demandLps(), pattern(each)));
        section("RESERVOIRS", ";id head_m");
        network.reservoirs().forEach(each -> text.format(" %s %.2f\n", each.id(), each.headM()));
        section("TANKS", ";id floor_m initial_m least_m most_m diameter_m least_volume_m3");
        network.tanks()
                .forEach(each ->
                        text.format(
                                " %s %.2f %.2f %.2f %.2f %.2f 0\n",
                                each.id(),
                                each.floorM(),
                                each.initialM(),
                                each.leastM(),
                                each.mostM(),
                                each.diameterM()));
    }

    private static String pattern(Junction junction) {
        return junction.demandLps() > 0 ? "DAY" : "";
    }

    private void writeLinks(WaterNetwork network) {
        section("PIPES", ";id from to length_m diameter_mm roughness minor_loss status");
        network.pipes()
                .forEach(each ->
                        text.format(
                                " %s %s %s %.1f %d %d 0 Open\n",
                                each.id(),
                                each.from(),
                                each.to(),
                                each.lengthM(),
                                each.diameterMm(),
                                ROUGHNESS));
        section("PUMPS", ";id from to curve");
        network.pumps()
                .forEach(each ->
                        text.format(
                                " %s %s %s HEAD C%s\n",
                                each.id(), each.from(), each.to(), each.id()));
        section("CURVES", ";id flow_lps head_m");
        network.pumps()
                .forEach(each ->
                        text.format(
                                " C%s %.2f %.2f\n",
                                each.id(), each.designLps(), each.designHeadM()));
    }

    private void writeBehaviour(WaterNetwork network) {
        section("PATTERNS", ";id multipliers by hour");
        for (int hour = 0; hour < HOURS.size(); hour += 6) {
            text.format(
                    " DAY %s\n",
                    HOURS.subList(hour, hour + 6).stream()
                            .map(share -> String.format(Locale.ROOT, "%.4f", share))
                            .collect(Collectors.joining(" ")));
        }
        section("CONTROLS", ";pumps follow the level of their tank");
        network.pumps().forEach(this::writeControls);
        section("TIMES", " Duration 24:00\n Hydraulic Timestep 1:00\n Pattern Timestep 1:00");
        section("OPTIONS", " Units LPS\n Headloss H-W\n Trials 100\n Accuracy 0.0001");
    }

    private void writeControls(Pump pump) {
        text.format(
                " LINK %s OPEN IF NODE %s BELOW %.2f\n",
                pump.id(), pump.tank(), pump.startBelowM());
        text.format(
                " LINK %s CLOSED IF NODE %s ABOVE %.2f\n",
                pump.id(), pump.tank(), pump.stopAboveM());
    }

    private void writeMap(WaterNetwork network) {
        section("TAGS", ";zone of each node and pipe");
        network.junctions().stream()
                .filter(each -> !each.zone().isEmpty())
                .forEach(each -> text.format(" NODE %s %s\n", each.id(), each.zone()));
        network.pipes().stream()
                .filter(each -> !each.zone().isEmpty())
                .forEach(each -> text.format(" LINK %s %s\n", each.id(), each.zone()));
        section("COORDINATES", ";id longitude latitude");
        network.junctions().forEach(each -> coordinates(each.id(), each.point()));
        network.reservoirs().forEach(each -> coordinates(each.id(), each.point()));
        network.tanks().forEach(each -> coordinates(each.id(), each.point()));
        text.format("\n");
    }

    private void coordinates(String id, Point point) {
        text.format(" %s %s %s\n", id, point.lon(), point.lat());
    }

    private void section(String name, String firstLine) {
        text.format("\n[%s]\n%s\n", name, firstLine);
    }
}
