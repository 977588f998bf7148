package town.nagar.engine.water.inp;

import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.PumpHead;

/** Reads pumps, whose properties come in any order. */
final class PumpsReader {
    private final NamedParts parts;
    private final NodesReader nodes;
    private final FileUnits units;

    PumpsReader(NamedParts parts, NodesReader nodes, FileUnits units) {
        this.parts = parts;
        this.nodes = nodes;
        this.units = units;
    }

    Pump pump(InpLine line) {
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
}
