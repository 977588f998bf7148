package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.PumpHead;
import town.nagar.engine.water.network.Valve;

/** Reads pipes, pumps and valves, and how [STATUS] says they stand. */
final class LinksReader {
    private final InpText text;
    private final NamedParts parts;
    private final NodesReader nodes;
    private final FileUnits units;
    private final Options options;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();

    LinksReader(InpText text, NamedParts parts, NodesReader nodes, OptionsReader options) {
        this.text = text;
        this.parts = parts;
        this.nodes = nodes;
        this.units = options.units();
        this.options = options.options();
    }

    List<Link> read() {
        for (Section section : text.order().stream().distinct().toList()) {
            switch (section) {
                case PIPES -> text.of(section).forEach(line -> add(line, pipe(line)));
                case PUMPS -> text.of(section).forEach(line -> add(line, pump(line)));
                case VALVES -> text.of(section).forEach(line -> add(line, valve(line)));
                default -> {} // other sections hold no links
            }
        }
        text.of(Section.STATUS).forEach(this::takeStatus);
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
        boolean statusInsteadOfLoss = line.size() == 7 && isPosition(line.word(6));
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

    private static Pipe.Position position(InpLine line, int field) {
        return switch (line.word(field)) {
            case "", "OPEN" -> Pipe.Position.OPEN;
            case "CLOSED" -> Pipe.Position.CLOSED;
            case "CV" -> Pipe.Position.CHECK_VALVE;
            default ->
                    throw line.refusal(
                            "status \"%s\": OPEN, CLOSED or CV is allowed"
                                    .formatted(line.word(field)));
        };
    }

    private Pump pump(InpLine line) {
        PumpDraft draft = new PumpDraft();
        if (line.size() == 4 && InpLine.isNumber(line.text(3, "power"))) {
            draft.power = line.number(3, "power"); // the form of the first versions of EPANET
        } else {
            for (int field = 3; field < line.size(); field += 2) {
                takePumpField(line, field, draft);
            }
        }
        return line.made(() ->
                new Pump(
                        line.text(0, "pump"),
                        nodes.nodeIndex(line, 1),
                        nodes.nodeIndex(line, 2),
                        pumpHead(line, draft),
                        draft.speed,
                        draft.pattern));
    }

    private static final class PumpDraft {
        private double power;
        private Curve curve = Curve.NONE;
        private double speed = 1;
        private Pattern pattern = Pattern.NONE;
    }

    private void takePumpField(InpLine line, int field, PumpDraft draft) {
        switch (line.word(field)) {
            case "POWER" -> draft.power = line.number(field + 1, "POWER");
            case "HEAD" -> draft.curve = parts.curve(line, field + 1);
            case "SPEED" -> draft.speed = line.number(field + 1, "SPEED");
            case "PATTERN" -> draft.pattern = parts.pattern(line, field + 1);
            default ->
                    throw line.refusal(
                            "pump property \"%s\": HEAD, POWER, SPEED or PATTERN is allowed"
                                    .formatted(line.word(field)));
        }
    }

    private PumpHead pumpHead(InpLine line, PumpDraft draft) {
        if (!draft.curve.isNone()) {
            return PumpHead.of(
                    draft.curve.scaled(units.flow().m3PerSecond(), units.lengthMetres()));
        }
        if (draft.power == 0) {
            throw line.refusal("a pump needs HEAD with a curve, or POWER above 0");
        }
        return new PumpHead.ConstantPower(draft.power * units.powerWatts());
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

    /** One link, or all whose names are numbers in a range. */
    private void takeStatus(InpLine line) {
        if (line.size() < 3) {
            set(line, linkIndex(line, 0), 1);
            return;
        }
        double first = line.number(0, "first link");
        double last = line.number(1, "last link");
        for (int i = 0; i < links.size(); i++) {
            String id = links.get(i).id();
            if (InpLine.isNumber(id)
                    && Double.parseDouble(id) >= first
                    && Double.parseDouble(id) <= last) {
                set(line, i, 2);
            }
        }
    }

    private void set(InpLine line, int link, int field) {
        Link changed =
                switch (links.get(link)) {
                    case Pipe pipe -> withStatus(line, field, pipe);
                    case Pump pump -> withStatus(line, field, pump);
                    case Valve valve -> withStatus(line, field, valve);
                };
        links.set(link, changed);
    }

    private static Pipe withStatus(InpLine line, int field, Pipe pipe) {
        if (pipe.position() == Pipe.Position.CHECK_VALVE) {
            throw line.refusal(
                    "pipe %s has a check valve: its status cannot be set".formatted(pipe.id()));
        }
        return new Pipe(
                pipe.id(),
                pipe.from(),
                pipe.to(),
                pipe.lengthMetres(),
                pipe.diameterMetres(),
                pipe.roughness(),
                pipe.minorLoss(),
                position(line, field));
    }

    private static Pump withStatus(InpLine line, int field, Pump pump) {
        double speed =
                switch (line.word(field)) {
                    case "OPEN" -> 1;
                    case "CLOSED" -> 0;
                    default -> line.number(field, "pump status (OPEN, CLOSED or a speed)");
                };
        return line.made(() ->
                new Pump(
                        pump.id(),
                        pump.from(),
                        pump.to(),
                        pump.head(),
                        speed,
                        pump.speedPattern()));
    }

    private Valve withStatus(InpLine line, int field, Valve valve) {
        Valve.Position position =
                switch (line.word(field)) {
                    case "OPEN" -> Valve.Position.FIXED_OPEN;
                    case "CLOSED" -> Valve.Position.FIXED_CLOSED;
                    default -> Valve.Position.WORKING;
                };
        double setting =
                position == Valve.Position.WORKING && !line.says(field, "ACTIVE")
                        ? line.number(field, "valve status (OPEN, CLOSED, ACTIVE or a setting)")
                                * settingUnit(valve.type())
                        : valve.setting();
        return new Valve(
                valve.id(),
                valve.from(),
                valve.to(),
                valve.diameterMetres(),
                valve.type(),
                setting,
                valve.minorLoss(),
                valve.headLossCurve(),
                position);
    }
}
