package town.nagar.forecast.registry.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

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

    static void print(JsonNode model, PrintStream out) {
        out.printf("%s  %s%n%n", model.get("name").asText(), model.get("description").asText());
        String row = "%-10s %-11s %-25s %-24s %-13s %s%n";
        out.printf(row, "version", "stage", "created", "features", "data", "code");
        for (JsonNode version : model.get("all_versions")) {
            String hash = version.at("/lineage/data_hash").asText();
            out.printf(
                    row,
                    version.get("version").asText(),
                    version.get("stage").asText(),
                    version.get("created_at").asText(),
                    orDash(version.at("/lineage/feature_set")),
                    hash.isEmpty() ? "-" : hash.substring(0, Math.min(HASH_SHOWN, hash.length())),
                    orDash(version.at("/lineage/code_version")));
        }
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
