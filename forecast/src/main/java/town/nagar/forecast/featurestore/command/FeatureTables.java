package town.nagar.forecast.featurestore.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Optional;

/** Definitions and features as tables on a terminal. */
final class FeatureTables {
    private FeatureTables() {}

    static void printList(JsonNode all, Optional<String> view, PrintStream out) {
        String row = "%-32s %-13s %-12s %-8s %s%n";
        if (view.isEmpty()) {
            out.printf(row, "view", "version", "of each", "ttl", "features");
        }
        for (JsonNode one : all.get("feature_views")) {
            if (view.isEmpty()) {
                out.printf(
                        row,
                        one.get("name").asText(),
                        one.get("version").asText(),
                        one.get("join_key").asText(),
                        one.get("ttl_seconds").asLong() / 3600 + " h",
                        one.get("features").size());
            } else if (one.get("name").asText().equals(view.get())) {
                printView(one, out);
            }
        }
        if (view.isEmpty()) {
            all.get("feature_services")
                    .forEach(one ->
                            out.printf(
                                    "service %s  %s  %d features%n",
                                    one.get("name").asText(),
                                    one.get("version").asText(),
                                    one.get("features").size()));
            JsonNode model = all.get("model_row");
            out.printf(
                    "the models' row  %s  %d features%n",
                    model.get("version").asText(), model.get("features").size());
        }
    }

    private static void printView(JsonNode view, PrintStream out) {
        out.printf(
                "%s  %s  %s%n",
                view.get("name").asText(),
                view.get("version").asText(),
                view.get("description").asText());
        for (JsonNode feature : view.get("features")) {
            out.printf(
                    "%-28s %-7s %s%n",
                    feature.get("name").asText(),
                    feature.get("type").asText(),
                    feature.get("transformation").asText());
        }
    }

    static void printAnswer(JsonNode answer, PrintStream out) {
        JsonNode names = answer.at("/metadata/feature_names");
        JsonNode results = answer.get("results");
        for (int entity = 0; entity < results.get(0).get("values").size(); entity++) {
            out.printf("%s%n", results.get(0).get("values").get(entity).asText());
            for (int i = 1; i < names.size(); i++) {
                JsonNode result = results.get(i);
                String status = result.get("statuses").get(entity).asText();
                out.printf(
                        "  %-32s %-14s %s%n",
                        names.get(i).asText(),
                        status.equals("PRESENT")
                                ? result.get("values").get(entity).asText()
                                : status,
                        result.get("event_timestamps").get(entity).asText());
            }
        }
    }
}
