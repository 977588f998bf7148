package town.nagar.forecast.featurestore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.http.ApiException;

/** What Feast's feature server takes and gives. */
final class FeastJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FeastJson() {}

    /**
     * The object that a body is.
     *
     * @throws ApiException 400 if it is none
     */
    static JsonNode read(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw notJson();
        }
        throw notJson();
    }

    private static ApiException notJson() {
        return new ApiException(
                400, "INVALID_BODY", "The body is not a JSON object", Map.of(), Map.of());
    }

    /**
     * A column of values, such as {@code {"entities": {"road_id": ["R001"]}}}.
     *
     * @throws ApiException 400 naming the column if it is not there or a value is of another type
     */
    static List<FeatureValue> column(JsonNode body, String field, String name, Feature.Type type) {
        JsonNode column = body.path(field).path(name);
        if (!column.isArray()) {
            throw ApiException.invalidParameter(
                    field + "." + name,
                    column.isMissingNode() ? "missing" : column.toString(),
                    "a list of values");
        }
        List<FeatureValue> values = new ArrayList<>();
        for (JsonNode one : column) {
            values.add(value(one, type, "%s.%s[%d]".formatted(field, name, values.size())));
        }
        return values;
    }

    private static FeatureValue value(JsonNode json, Feature.Type type, String where) {
        if (json.isNull()) {
            return FeatureValue.missing();
        }
        boolean fits =
                switch (type) {
                    case STRING -> json.isTextual();
                    case INT64 -> json.isIntegralNumber() && json.canConvertToLong();
                    case FLOAT, DOUBLE -> json.isNumber();
                    case BOOL -> json.isBoolean();
                };
        if (!fits) {
            throw ApiException.invalidParameter(where, json.toString(), "of type " + type);
        }
        return switch (type) {
            case STRING -> new FeatureValue.Text(json.asText());
            case INT64 -> new FeatureValue.Whole(json.asLong());
            case FLOAT -> new FeatureValue.Single((float) json.asDouble());
            case DOUBLE -> new FeatureValue.Real(json.asDouble());
            case BOOL -> new FeatureValue.Truth(json.asBoolean());
        };
    }

    /**
     * A column of times, as ISO 8601 or as Python writes them; without a zone they are UTC.
     *
     * @throws ApiException 400 naming the value that is no time
     */
    static List<Instant> times(JsonNode body, String field, String name) {
        List<Instant> times = new ArrayList<>();
        for (FeatureValue value : column(body, field, name, Feature.Type.STRING)) {
            String where = "%s.%s[%d]".formatted(field, name, times.size());
            String words = value instanceof FeatureValue.Text(var text) ? text : "null";
            times.add(time(words, where));
        }
        return times;
    }

    private static Instant time(String words, String where) {
        String iso = words.strip().replace(' ', 'T');
        try {
            return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? java.time.OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw ApiException.invalidParameter(
                    where, words, "a time such as 2026-02-06T08:00:00Z");
        }
    }

    /**
     * Refuses columns nobody knows.
     *
     * @throws ApiException 400 naming the first one
     */
    static void onlyColumns(JsonNode body, String field, Set<String> allowed) {
        body.path(field)
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!allowed.contains(name)) {
                        throw ApiException.invalidParameter(field + "." + name, "given", allowed);
                    }
                });
    }

    /** A value as JSON has it; null where it is missing. */
    static @Nullable Object plain(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Missing _ -> null;
            case FeatureValue.Single(var single) -> single;
            case FeatureValue.Real(var real) -> real;
            case FeatureValue.Whole(var whole) -> whole;
            case FeatureValue.Text(var text) -> text;
            case FeatureValue.Truth(var truth) -> truth;
        };
    }

    /**
     * Feast's answer: the names, and for each name its values, statuses and times, one an entity.
     *
     * @param columns what was found, a list a feature
     */
    static Map<String, Object> answer(FeatureQuestion question, List<List<Found>> columns) {
        List<String> names = new ArrayList<>();
        List<Map<String, Object>> results = new ArrayList<>();
        question.entities().keySet().stream()
                .sorted()
                .forEach(key -> {
                    names.add(key);
                    results.add(
                            result(
                                    question.entities().getOrDefault(key, List.of()).stream()
                                            .map(value ->
                                                    new Found(
                                                            value,
                                                            Found.Status.PRESENT,
                                                            Instant.EPOCH))
                                            .toList()));
                });
        names.addAll(question.names());
        columns.forEach(column -> results.add(result(column)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("metadata", Map.of("feature_names", names));
        answer.put("results", results);
        return answer;
    }

    private static Map<String, Object> result(List<Found> column) {
        List<@Nullable Object> values = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (Found found : column) {
            values.add(plain(found.value()));
            statuses.add(found.status().name());
            times.add(found.at().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("values", values);
        result.put("statuses", statuses);
        result.put("event_timestamps", times);
        return result;
    }
}
