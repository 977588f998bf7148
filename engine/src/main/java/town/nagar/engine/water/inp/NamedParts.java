package town.nagar.engine.water.inp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.Pattern;

/** Patterns and curves by name, and what they are looked up for. */
final class NamedParts {
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Map<String, Curve> curves = new LinkedHashMap<>();
    private final Pattern usual;

    NamedParts(List<InpLine> patternLines, List<InpLine> curveLines, String usualPattern) {
        readPatterns(patternLines);
        readCurves(curveLines);
        usual = Optional.ofNullable(patterns.get(usualPattern)).orElse(Pattern.NONE);
    }

    private void readPatterns(List<InpLine> lines) {
        Map<String, List<Double>> multipliers = new LinkedHashMap<>();
        for (InpLine line : lines) {
            List<Double> values =
                    multipliers.computeIfAbsent(line.text(0, "pattern"), _ -> new ArrayList<>());
            for (int i = 1; i < line.size(); i++) {
                values.add(line.number(i, "multiplier"));
            }
        }
        multipliers.forEach((id, values) ->
                patterns.put(id, new Pattern(id, values.isEmpty() ? List.of(1.0) : values)));
    }

    private void readCurves(List<InpLine> lines) {
        Map<String, List<Curve.Point>> points = new LinkedHashMap<>();
        for (InpLine line : lines) {
            String id = line.text(0, "curve");
            List<Curve.Point> known = points.computeIfAbsent(id, _ -> new ArrayList<>());
            for (int i = 1; i < line.size(); i += 2) {
                known.add(new Curve.Point(line.number(i, "x"), line.number(i + 1, "y")));
            }
            line.made(() -> new Curve(id, known));
        }
        points.forEach((id, known) -> curves.put(id, new Curve(id, known)));
    }

    /** The pattern named by a field; the network's usual one if there is no such field. */
    Pattern patternOrUsual(InpLine line, int index) {
        return index < line.size() ? pattern(line, index) : usual;
    }

    Pattern usual() {
        return usual;
    }

    /** The pattern named by a field; none if there is no such field. */
    Pattern patternOrNone(InpLine line, int index) {
        return index < line.size() ? pattern(line, index) : Pattern.NONE;
    }

    Pattern pattern(InpLine line, int index) {
        String id = line.text(index, "pattern");
        return Optional.ofNullable(patterns.get(id))
                .orElseThrow(() -> line.refusal(unknown("pattern", id, "[PATTERNS]")));
    }

    Curve curve(InpLine line, int index) {
        String id = line.text(index, "curve");
        return Optional.ofNullable(curves.get(id))
                .orElseThrow(() -> line.refusal(unknown("curve", id, "[CURVES]")));
    }

    private static String unknown(String kind, String id, String section) {
        return "%s \"%s\": the name of one in %s is allowed".formatted(kind, id, section);
    }
}
