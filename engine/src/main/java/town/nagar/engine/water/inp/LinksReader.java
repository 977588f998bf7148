package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Valve;

/** Reads pipes, pumps and valves. */
final class LinksReader {
    private final InpText text;
    private final NamedParts parts;
    private final NodesReader nodes;
    private final FileUnits units;
    private final Options options;
    private final PumpsReader pumps;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    LinksReader(InpText text, NamedParts parts, NodesReader nodes, OptionsReader options) {
        this.text = text;
        this.parts = parts;
        this.nodes = nodes;
        this.units = options.units();
        this.options = options.options();
        this.pumps = new PumpsReader(parts, nodes, units);
    }

    List<Link> read() {
        for (Section section : text.order().stream().distinct().toList()) {
            switch (section) {
                case PIPES -> text.of(section).forEach(line -> add(line, pipe(line)));
                case PUMPS -> text.of(section).forEach(line -> add(line, pumps.pump(line)));
                case VALVES -> text.of(section).forEach(line -> add(line, valve(line)));
                default -> {} // other sections hold no links
            }
        }
        var statuses = new LinkStatuses(this, links);
        text.of(Section.STATUS).forEach(statuses::take);
        return links;
    }

    private void add(InpLine line, Link link) {
        if (index.putIfAbsent(link.id(), links.size()) != null) {
            throw line.refusal("link %s is there more than once".formatted(link.id()));
        }
        if (link.from() == link.to()) {
            throw line.refusal("link %s begins and ends at the same node".formatted(link.id()));
        }
        links.add(link);
    }

    int linkIndex(InpLine line, int field) {
        String id = line.text(field, "link");
        Integer found = index.get(id);
        if (found == null) {
            throw line.refusal(
                    "link \"%s\": the name of one in [PIPES], [PUMPS] or [VALVES] is allowed"
                            .formatted(id));
        }
        return found;
    }

    Link link(int i) {
        return links.get(i);
    }

    private Pipe pipe(InpLine line) {
        boolean statusInsteadOfLoss =
                line.size() == 7 && isPosition(LinkStatuses.position(line, 6));
        int status = statusInsteadOfLoss ? 6 : 7;
        double minorLoss = statusInsteadOfLoss ? 0 : line.number(6, "minor loss", 0);
        return line.made(() ->
                new Pipe(
                        line.text(0, "pipe"),
                        nodes.nodeIndex(line, 1),
                        nodes.nodeIndex(line, 2),
                        line.number(3, "length") * units.lengthMetres(),
                        line.number(4, "diameter") * units.diameterMetres(),
                        line.number(5, "roughness") * roughnessFactor(),
                        minorLoss,
                        position(line, status)));
    }

    private static boolean isPosition(String word) {
        return word.equals("OPEN") || word.equals("CLOSED") || word.equals("CV");
    }

    private double roughnessFactor() {
        return switch (options.formula()) {
            case HAZEN_WILLIAMS, CHEZY_MANNING -> 1;
            case DARCY_WEISBACH -> units.lengthMetres() / 1000;
        };
    }

    /** How a field says that a pipe stands. */
    static Pipe.Position position(InpLine line, int field) {
        return switch (LinkStatuses.position(line, field)) {
            case "", "OPEN" -> Pipe.Position.OPEN;
            case "CLOSED" -> Pipe.Position.CLOSED;
            case "CV" -> Pipe.Position.CHECK_VALVE;
            default ->
                    throw line.refusal(
                            "status \"%s\": OPEN, CLOSED or CV is allowed"
                                    .formatted(line.word(field)));
        };
    }

    private Valve valve(InpLine line) {
        Valve.Type type = valveType(line);
        boolean general = type == Valve.Type.GPV;
        return line.made(() ->
                new Valve(
                        line.text(0, "valve"),
                        nodes.nodeIndex(line, 1),
                        nodes.nodeIndex(line, 2),
                        line.number(3, "diameter") * units.diameterMetres(),
                        type,
                        general ? 0 : line.number(5, "setting", 0) * settingUnit(type),
                        line.number(6, "minor loss", 0),
                        general ? lossCurve(line) : Curve.NONE,
                        Valve.Position.WORKING));
    }

    private static Valve.Type valveType(InpLine line) {
        try {
            return Valve.Type.valueOf(line.word(4));
        } catch (IllegalArgumentException _) {
            throw line.refusal(
                    "valve type \"%s\": PRV, PSV, PBV, FCV, TCV or GPV is allowed"
                            .formatted(line.word(4)));
        }
    }

    private Curve lossCurve(InpLine line) {
        return parts.curve(line, 5).scaled(units.flow().m3PerSecond(), units.lengthMetres());
    }

    /** SI in a unit of what a valve holds. */
    double settingUnit(Valve.Type type) {
        return switch (type) {
            case PRV, PSV, PBV -> units.pressureMetres(options.specificGravity());
            case FCV -> units.flow().m3PerSecond();
            case TCV, GPV -> 1;
        };
    }
}
