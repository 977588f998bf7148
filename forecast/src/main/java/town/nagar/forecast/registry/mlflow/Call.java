package town.nagar.forecast.registry.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.keys.Caller;

/**
 * The fields of a call: of the query for GET, else of a JSON body. Whole numbers may come as
 * strings, as protocol buffers write them.
 */
final class Call {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 4 << 20;

    private final ObjectNode fields;
    private final Caller caller;

    private Call(ObjectNode fields, Caller caller) {
        this.fields = fields;
        this.caller = caller;
    }

    /**
     * Reads a request.
     *
     * @throws ApiException 400 if the body is no JSON object; 413 if it is too large
     */
    static Call of(HttpServletRequest request) throws IOException {
        boolean query = request.getMethod().equals("GET");
        return new Call(query ? query(request) : body(request), Caller.of(request));
    }

    private static ObjectNode query(HttpServletRequest request) {
        ObjectNode fields = JSON.createObjectNode();
        request.getParameterMap()
                .forEach((name, values) -> {
                    ArrayNode array = fields.putArray(name);
                    for (String value : values) {
                        array.add(value);
                    }
                });
        return fields;
    }

    private static ObjectNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiException(
                    413, "REQUEST_TOO_LARGE", "A call has at most 4 MiB", Map.of(), Map.of());
        }
        try {
            if (bytes.length == 0) {
                return JSON.createObjectNode();
            }
            if (JSON.readTree(bytes) instanceof ObjectNode fields) {
                return fields;
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            // refused below, like JSON that is no object
        }
        throw new ApiException(
                400, "BAD_REQUEST", "The body is no JSON object", Map.of(), Map.of());
    }

    /** Who calls. */
    String who() {
        return caller.name();
    }

    private Optional<JsonNode> find(String name) {
        return Optional.ofNullable(fields.get(name))
                .map(node -> node.isArray() && node.size() == 1 ? node.get(0) : node)
                .filter(node -> !node.isNull() && !(node.isArray() && node.isEmpty()));
    }

    /** A field, or empty if it was not given. */
    Optional<String> findText(String name) {
        return find(name).map(JsonNode::asText);
    }

    /** A field, or nothing. */
    String text(String name) {
        return findText(name).orElse("");
    }

    /**
     * A field that must be given and not empty.
     *
     * @throws ApiException 400 if it is not
     */
    String required(String name) {
        return findText(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(
                        () -> invalid("Missing value for required parameter '%s'".formatted(name)));
    }

    /** The id of a run, under its new name or its old one. */
    String runId() {
        return findText("run_id").filter(id -> !id.isEmpty()).orElseGet(() -> required("run_uuid"));
    }

    static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_PARAMETER_VALUE", message, Map.of(), Map.of());
    }

    static ApiException missing(String message) {
        return new ApiException(404, "RESOURCE_DOES_NOT_EXIST", message, Map.of(), Map.of());
    }

    /**
     * A whole number.
     *
     * @throws ApiException 400 if it is none
     */
    long number(String name, long otherwise) {
        return find(name).map(node -> number(name, node)).orElse(otherwise);
    }

    private static long number(String name, JsonNode node) {
        try {
            return node.isIntegralNumber() ? node.longValue() : Long.parseLong(node.asText());
        } catch (NumberFormatException e) {
            throw invalid("'%s' is '%s', no whole number".formatted(name, node.asText()));
        }
    }

    /**
     * How many rows a page has at most.
     *
     * @throws ApiException 400 if it is outside 1 to {@code most}
     */
    int maxResults(int otherwise, int most) {
        long given = number("max_results", otherwise);
        if (given < 1 || given > most) {
            throw invalid("'max_results' is %d; allowed: 1 to %d".formatted(given, most));
        }
        return (int) given;
    }

    /**
     * A version's number.
     *
     * @throws ApiException 400 if it is none
     */
    int version() {
        String given = required("version");
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw invalid("Parameter 'version' must be an integer, got '%s'".formatted(given));
        }
    }

    boolean flag(String name) {
        return find(name).map(JsonNode::asBoolean).orElse(false);
    }

    /** The elements of a field, none if it was not given. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        Optional.ofNullable(fields.get(name))
                .ifPresent(node -> {
                    if (node.isArray()) {
                        node.forEach(one -> texts.add(one.asText()));
                    } else if (!node.isNull()) {
                        texts.add(node.asText());
                    }
                });
        return texts;
    }

    /** The objects of a list, each read as a call is. */
    List<Call> objects(String name) {
        List<Call> objects = new ArrayList<>();
        Optional.ofNullable(fields.get(name))
                .ifPresent(node ->
                        node.forEach(one -> {
                            if (!(one instanceof ObjectNode object)) {
                                throw invalid("'%s' holds what is no object".formatted(name));
                            }
                            objects.add(new Call(object, caller));
                        }));
        return objects;
    }

    /** Values by key, from a list of {@code {key, value}}. */
    Map<String, String> keyed(String name) {
        Map<String, String> keyed = new LinkedHashMap<>();
        objects(name).forEach(one -> keyed.put(one.required("key"), one.text("value")));
        return keyed;
    }

    /**
     * A number that may be NaN or infinite.
     *
     * @throws ApiException 400 if it is none
     */
    double decimal(String name) {
        String given = required(name);
        try {
            return Double.parseDouble(given);
        } catch (NumberFormatException e) {
            throw invalid("'%s' is '%s', no number".formatted(name, given));
        }
    }
}
