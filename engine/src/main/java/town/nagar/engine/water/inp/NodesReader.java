package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.Demand;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Tank;

/** Reads what stands at the nodes: junctions, their demands and emitters, reservoirs and tanks. */
final class NodesReader {
    private final InpText text;
    private final NamedParts parts;
    private final FileUnits units;
    private final double emitterExponent;
    private final double pressureMetres;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, List<Demand>> demands = new LinkedHashMap<>();
    private final Map<String, Emitter> emitters = new LinkedHashMap<>();
    private final List<Node> junctions = new ArrayList<>();
    private final List<Node> sources = new ArrayList<>();

    NodesReader(InpText text, NamedParts parts, OptionsReader options) {
        this.text = text;
        this.parts = parts;
        this.units = options.units();
        this.emitterExponent = options.emitterExponent();
        this.pressureMetres = units.emitterPressureMetres(options.options().specificGravity());
    }

    List<Node> read() {
        text.of(Section.DEMANDS).forEach(this::takeDemand);
        text.of(Section.EMITTERS).forEach(this::takeEmitter);
        text.of(Section.JUNCTIONS).forEach(this::takeJunction);
        sourcesInOrder();
        List<Node> nodes = new ArrayList<>(junctions);
        nodes.addAll(sources);
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i).id(), i);
        }
        requireKnown(Section.DEMANDS);
        requireKnown(Section.EMITTERS);
        return nodes;
    }

    /** Reservoirs and tanks keep the order of their sections. */
    private void sourcesInOrder() {
        for (Section section : text.order().stream().distinct().toList()) {
            if (section == Section.RESERVOIRS) {
                text.of(section).forEach(this::takeReservoir);
            } else if (section == Section.TANKS) {
                text.of(section).forEach(this::takeTank);
            }
        }
    }

    private void requireKnown(Section section) {
        for (InpLine line : text.of(section)) {
            if (!isMultiplier(line)) {
                nodeIndex(line, 0);
            }
        }
    }

    /**
     * Index of the node named by a field.
     *
     * @throws InpException naming the line if there is none
     */
    int nodeIndex(InpLine line, int field) {
        String id = line.text(field, "node");
        Integer found = index.get(id);
        if (found == null) {
            throw line.refusal(
                    "node \"%s\": the name of one in [JUNCTIONS], [RESERVOIRS] or [TANKS] is allowed"
                            .formatted(id));
        }
        return found;
    }

    private static boolean isMultiplier(InpLine line) {
        return line.says(0, "MULTIPLY") && line.size() == 2;
    }

    private void takeDemand(InpLine line) {
        if (isMultiplier(line)) {
            throw line.refusal("MULTIPLY: use DEMAND MULTIPLIER in [OPTIONS] instead");
        }
        double base = line.number(1, "demand") * units.flow().m3PerSecond();
        demands.computeIfAbsent(line.text(0, "junction"), _ -> new ArrayList<>())
                .add(new Demand(base, parts.patternOrUsual(line, 2)));
    }

    private void takeEmitter(InpLine line) {
        double flowPerPressure = line.number(1, "emitter coefficient");
        double coefficient =
                flowPerPressure
                        * units.flow().m3PerSecond()
                        / StrictMath.pow(pressureMetres, emitterExponent);
        emitters.put(
                line.text(0, "junction"),
                line.made(() -> new Emitter(coefficient, emitterExponent)));
    }

    private void takeJunction(InpLine line) {
        String id = line.text(0, "junction");
        double elevation = line.number(1, "elevation") * units.lengthMetres();
        double base = line.number(2, "demand", 0) * units.flow().m3PerSecond();
        Pattern pattern = parts.patternOrUsual(line, 3);
        List<Demand> wanted =
                demands.containsKey(id)
                        ? demands.getOrDefault(id, List.of())
                        : List.of(new Demand(base, pattern));
        Emitter emitter = emitters.getOrDefault(id, Emitter.NONE);
        junctions.add(line.made(() -> new Junction(id, elevation, wanted, emitter)));
    }

    private void takeReservoir(InpLine line) {
        double head = line.number(1, "head") * units.lengthMetres();
        Pattern pattern = parts.patternOrNone(line, 2);
        String id = line.text(0, "reservoir");
        sources.add(line.made(() -> new Reservoir(id, head, pattern)));
    }

    /** A tank without levels and diameter is a reservoir, as in the first versions of EPANET. */
    private void takeTank(InpLine line) {
        if (line.size() <= 3) {
            takeReservoir(line);
            return;
        }
        double metre = units.lengthMetres();
        sources.add(
                line.made(() ->
                        new Tank(
                                line.text(0, "tank"),
                                line.number(1, "elevation") * metre,
                                line.number(2, "initial level") * metre,
                                line.number(3, "minimum level") * metre,
                                line.number(4, "maximum level") * metre,
                                line.number(5, "diameter") * metre,
                                line.number(6, "minimum volume", 0) * units.volumeM3(),
                                volumeCurve(line),
                                line.says(8, "YES"))));
    }

    private Curve volumeCurve(InpLine line) {
        if (line.size() <= 7 || line.text(7, "volume curve").equals("*")) {
            return Curve.NONE;
        }
        return parts.curve(line, 7).scaled(units.lengthMetres(), units.volumeM3());
    }
}
