package town.nagar.forecast.registry.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Models and versions as tables for people. */
final class ModelTables {
    private static final int HASH_SHOWN = 12;

    private ModelTables() {}

    static void printAll(JsonNode models, PrintStream out) {
        if (models.isEmpty()) {
            out.println("No model is registered yet.");
            return;
        }
        out.printf(
                "%-28s %-11s %-9s %-16s %s%n",
                "model", "production", "canary", "shadow", "versions");
        for (JsonNode model : models) {
            List<String> shadow = new ArrayList<>();
            model.get("shadow").forEach(one -> shadow.add(one.asText()));
            out.printf(
                    "%-28s %-11s %-9s %-16s %d%n",
                    model.get("name").asText(),
                    orDash(model.get("production")),
                    orDash(model.get("canary")),
                    shadow.isEmpty() ? "-" : String.join(",", shadow),
                    model.get("versions").asInt());
        }
    }

    private static String orDash(JsonNode text) {
        return text.isNull() || text.asText().isEmpty() ? "-" : text.asText();
    }

    private static String brief(JsonNode hash) {
        String text = orDash(hash);
        return text.substring(0, Math.min(HASH_SHOWN, text.length()));
    }

    /** Of each version in use, what it erred by at each horizon, beside the best baseline. */
    private static void printEvidence(JsonNode versions, PrintStream out) {
        String row = "%-10s %-12s %-10s %-24s %-22s %s%n";
        boolean begun = false;
        for (JsonNode version : versions) {
            for (JsonNode horizon : horizons(version.path("evidence"))) {
                if (!begun) {
                    out.printf("%nhow they did on times they had not seen%n");
                    out.printf(
                            row,
                            "version",
                            "horizon",
                            "error",
                            "best baseline",
                            "gain over it",
                            "gate");
                    begun = true;
                }
                printHorizon(version, horizon, row, out);
            }
        }
    }

    /** All horizons, and all together where that is told. */
    private static List<JsonNode> horizons(JsonNode evidence) {
        List<JsonNode> horizons = new ArrayList<>();
        evidence.path("horizons").forEach(horizons::add);
        if (evidence.path("together").isObject()) {
            horizons.add(evidence.path("together"));
        }
        return horizons;
    }

    private static void printHorizon(
            JsonNode version, JsonNode horizon, String row, PrintStream out) {
        JsonNode best = horizon;
        double least = Double.POSITIVE_INFINITY;
        for (JsonNode against : horizon.get("against")) {
            if (against.get("error").asDouble() < least) {
                least = against.get("error").asDouble();
                best = against;
            }
        }
        out.printf(
                row,
                version.get("version").asText(),
                horizon.get("horizon").asText(),
                figure(horizon.get("error")),
                figure(best.path("error")) + " " + best.path("baseline").asText(),
                figure(best.path("gain_low")) + " to " + figure(best.path("gain_high")),
                version.at("/gate/passes").asBoolean() ? "passes" : "objects");
    }

    private static String figure(JsonNode number) {
        return String.format(Locale.ROOT, "%.4g", number.asDouble());
    }

    static void print(JsonNode model, PrintStream out) {
        out.printf("%s  %s%n%n", model.get("name").asText(), model.get("description").asText());
        String row = "%-10s %-11s %-12s %-25s %-13s %-13s %s%n";
        out.printf(row, "version", "stage", "kind", "created", "features", "data", "code");
        for (JsonNode version : model.get("all_versions")) {
            out.printf(
                    row,
                    version.get("version").asText(),
                    version.get("stage").asText(),
                    orDash(version.at("/lineage/parameters/model")),
                    version.get("created_at").asText(),
                    brief(version.at("/lineage/feature_set")),
                    brief(version.at("/lineage/data_hash")),
                    orDash(version.at("/lineage/code_version")));
        }
        printEvidence(model.get("all_versions"), out);
        out.printf("%nwhat changed, the newest first%n");
        for (JsonNode change : model.get("changes")) {
            out.printf(
                    "%s  %-17s %-3s by %s  %s%n",
                    change.get("at").asText(),
                    change.get("what").asText(),
                    change.get("number").asInt() == 0 ? "" : change.get("number").asText(),
                    change.get("who").asText(),
                    change.get("why").asText());
        }
    }
}
