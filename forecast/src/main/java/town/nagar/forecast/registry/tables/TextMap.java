package town.nagar.forecast.registry.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Texts by key, gathered by SQL into one column. */
public final class TextMap {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    private TextMap() {}

    /**
     * SQL for a column that holds all keys and values of some rows.
     *
     * @param rows the rest of a query after FROM; its table has columns key and value
     */
    public static String column(String rows) {
        return "(SELECT coalesce(jsonb_object_agg(key, value), '{}')::text FROM " + rows + ")";
    }

    /** What such a column holds. */
    public static Map<String, String> read(String column) {
        try {
            return JSON.readValue(column, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no map of texts: " + column, e);
        }
    }
}
