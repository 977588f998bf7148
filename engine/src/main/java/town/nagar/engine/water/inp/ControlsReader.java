package town.nagar.engine.water.inp;

import java.util.List;
import town.nagar.engine.water.network.Control;
import town.nagar.engine.water.network.Control.Condition;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Tank;
import town.nagar.engine.water.network.Valve;

/**
 * Reads [CONTROLS]: LINK x status IF NODE y ABOVE/BELOW z, LINK x status AT TIME t, LINK x status
 * AT CLOCKTIME c AM/PM.
 */
final class ControlsReader {
    private static final long DAY = 86_400;

    private final List<Node> nodeList;
    private final NodesReader nodes;
    private final LinksReader links;
    private final FileUnits units;
    private final double pressureMetres;

    ControlsReader(
            List<Node> nodeList, NodesReader nodes, LinksReader links, OptionsReader options) {
        this.nodeList = nodeList;
        this.nodes = nodes;
        this.links = links;
        this.units = options.units();
        this.pressureMetres = units.pressureMetres(options.options().specificGravity());
    }

    List<Control> read(List<InpLine> lines) {
        return lines.stream().map(this::control).toList();
    }

    /** Lines of controls that are to act; DISABLED ends the others. */
    static List<InpLine> enabled(List<InpLine> lines) {
        return lines.stream().filter(line -> !line.says(line.size() - 1, "DISABLED")).toList();
    }

    private Control control(InpLine line) {
        int link = links.linkIndex(line, 1);
        return new Control(link, action(line, links.link(link), 2), condition(line));
    }

    /** What a word or number asks of a link. */
    LinkAction action(InpLine line, Link link, int field) {
        if (link instanceof Pipe pipe && pipe.position() == Pipe.Position.CHECK_VALVE) {
            throw line.refusal(
                    "pipe %s has a check valve: it cannot be controlled".formatted(pipe.id()));
        }
        return switch (LinkStatuses.position(line, field)) {
            case "OPEN" -> new LinkAction.Open();
            case "CLOSED" -> new LinkAction.Close();
            default -> setting(link, line.number(field, "status (OPEN, CLOSED or a number)"));
        };
    }

    LinkAction setting(Link link, double value) {
        return switch (link) {
            case Pipe _ -> value == 0 ? new LinkAction.Close() : new LinkAction.Open();
            case Pump _ -> new LinkAction.Set(value);
            case Valve valve -> new LinkAction.Set(value * links.settingUnit(valve.type()));
        };
    }

    private Condition condition(InpLine line) {
        if (line.says(4, "TIME")) {
            return new Control.AtTime(Clock.seconds(line, 5, "time"));
        }
        if (line.says(4, "CLOCKTIME")) {
            return new Control.AtClockTime(Clock.seconds(line, 5, "clock time") % DAY);
        }
        if (!line.says(3, "IF") || line.size() < 8) {
            throw line.refusal(
                    "a control is LINK id status, then IF NODE id ABOVE|BELOW level, AT TIME t or AT CLOCKTIME t");
        }
        double head = head(line);
        int node = nodes.nodeIndex(line, 5);
        return switch (line.word(6)) {
            case "ABOVE" -> new Control.HeadAbove(node, head);
            case "BELOW" -> new Control.HeadBelow(node, head);
            default ->
                    throw line.refusal("\"%s\": ABOVE or BELOW is allowed".formatted(line.word(6)));
        };
    }

    /** Levels of tanks and heads of reservoirs are lengths, junctions are told by pressure. */
    private double head(InpLine line) {
        double value = line.number(7, "level or pressure");
        return switch (nodeList.get(nodes.nodeIndex(line, 5))) {
            case Junction junction -> junction.elevationMetres() + value * pressureMetres;
            case Tank tank -> tank.elevationMetres() + value * units.lengthMetres();
            case Reservoir reservoir -> reservoir.headMetres() + value * units.lengthMetres();
        };
    }
}
