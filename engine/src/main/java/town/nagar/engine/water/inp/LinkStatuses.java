package town.nagar.engine.water.inp;

import java.util.List;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.Valve;

/** Takes what [STATUS] says of links that were read before. */
final class LinkStatuses {
    private final LinksReader reader;
    private final List<Link> links;

    /**
     * @param links changed in place
     */
    LinkStatuses(LinksReader reader, List<Link> links) {
        this.reader = reader;
        this.links = links;
    }

    /** One link, or all whose names are numbers in a range. */
    void take(InpLine line) {
        if (line.size() < 3) {
            set(line, reader.linkIndex(line, 0), 1);
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

    /** OPEN or CLOSED, also where shortened or lengthened; else the word as it is. */
    static String position(InpLine line, int field) {
        if (line.says(field, "OPEN")) {
            return "OPEN";
        }
        return line.says(field, "CLOS") ? "CLOSED" : line.word(field);
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
                LinksReader.position(line, field));
    }

    private static Pump withStatus(InpLine line, int field, Pump pump) {
        double speed =
                switch (position(line, field)) {
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
                switch (position(line, field)) {
                    case "OPEN" -> Valve.Position.FIXED_OPEN;
                    case "CLOSED" -> Valve.Position.FIXED_CLOSED;
                    default -> Valve.Position.WORKING;
                };
        double setting =
                position == Valve.Position.WORKING && !line.says(field, "ACTIVE")
                        ? line.number(field, "valve status (OPEN, CLOSED, ACTIVE or a setting)")
                                * reader.settingUnit(valve.type())
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
