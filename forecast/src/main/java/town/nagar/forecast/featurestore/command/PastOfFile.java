package town.nagar.forecast.featurestore.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.featurestore.offline.EntityFile;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.registry.command.RegistryOptions;
import town.nagar.forecast.registry.command.TownCall;
import town.nagar.forecast.registry.command.TownCall.Refused;

/** Joins past features to the rows of a file, a few thousand rows a call. */
final class PastOfFile {
    private static final int ROWS_A_CALL = 5000;
    private static final String TIME = "event_timestamp";
    private static final String PRESENT = "PRESENT";

    private final Wanted wanted;
    private final TownCall town;
    private final EntityFile files = new EntityFile(Path.of(System.getProperty("java.io.tmpdir")));
    private final List<List<FeatureValue>> rows = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Feature.Type> types = new ArrayList<>();
    private int known;

    PastOfFile(Wanted wanted, TownCall town) {
        this.wanted = wanted;
        this.town = town;
    }

    /** Writes the file, and says how many rows and values it has. */
    ObjectNode write(RegistryOptions options) throws IOException, InterruptedException, Refused {
        EntityFile.Table given = files.read(Path.of(options.get("--entities")));
        int key = column(wanted.joinKey(), given);
        int time = column(TIME, given);
        given.names().forEach(name -> add(name, Feature.Type.STRING));
        for (int from = 0; from < given.rows().size(); from += ROWS_A_CALL) {
            int end = Math.min(given.rows().size(), from + ROWS_A_CALL);
            join(given.rows().subList(from, end), key, time);
        }
        files.write(Path.of(options.get("--out")), names, types, rows);
        ObjectNode done = TownCall.JSON.createObjectNode();
        done.put("rows", rows.size());
        done.put("known", known);
        done.put("values", rows.size() * (names.size() - given.names().size()) / 2);
        return done;
    }

    private static int column(String name, EntityFile.Table table) {
        int column = table.names().indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "the file of --entities has no column '%s'; it has %s"
                            .formatted(name, String.join(", ", table.names())));
        }
        return column;
    }

    private void add(String name, Feature.Type type) {
        names.add(name);
        types.add(type);
    }

    private void join(List<List<String>> given, int key, int time)
            throws IOException, InterruptedException, Refused {
        ObjectNode question = wanted.question();
        ObjectNode entities = question.putObject("entities");
        ArrayNode keys = entities.putArray(wanted.joinKey());
        ArrayNode times = entities.putArray(TIME);
        given.forEach(row -> {
            wanted.addKey(row.get(key), keys);
            times.add(row.get(time));
        });
        JsonNode answer = town.post("/v1/features/history", question);
        JsonNode asked = answer.at("/metadata/feature_names");
        boolean first = rows.isEmpty();
        for (int i = 1; i < asked.size() && first; i++) {
            add(asked.get(i).asText(), type(asked.get(i).asText()));
            add(asked.get(i).asText() + "__status", Feature.Type.STRING);
        }
        for (int row = 0; row < given.size(); row++) {
            rows.add(row(given.get(row), row, answer.get("results")));
        }
    }

    private Feature.Type type(String name) {
        return Optional.ofNullable(wanted.types().get(name))
                .orElseThrow(() -> new IllegalStateException("no type of " + name));
    }

    private List<FeatureValue> row(List<String> given, int row, JsonNode results) {
        List<FeatureValue> values = new ArrayList<>();
        given.forEach(word ->
                values.add(word.isEmpty() ? FeatureValue.missing() : new FeatureValue.Text(word)));
        for (int i = 1; i < results.size(); i++) {
            String status = results.get(i).get("statuses").get(row).asText();
            known += status.equals(PRESENT) ? 1 : 0;
            values.add(value(results.get(i).get("values").get(row), types.get(values.size())));
            values.add(new FeatureValue.Text(status));
        }
        return values;
    }

    private static FeatureValue value(JsonNode value, Feature.Type type) {
        if (value.isNull()) {
            return FeatureValue.missing();
        }
        return switch (type) {
            case FLOAT -> new FeatureValue.Single((float) value.asDouble());
            case DOUBLE -> new FeatureValue.Real(value.asDouble());
            case INT64 -> new FeatureValue.Whole(value.asLong());
            case STRING -> new FeatureValue.Text(value.asText());
            case BOOL -> new FeatureValue.Truth(value.asBoolean());
        };
    }
}
