package town.nagar.ingestion.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of a list in a JSON file; a record that lacks a field has a blank there. */
final class JsonRows implements Rows {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Iterator<JsonNode> records;
    private long line;

    JsonRows(Path file, String field) throws IOException {
        JsonNode list;
        try (InputStream in = Rows.content(file)) {
            list = JSON.readTree(in);
        }
        for (String step : field.isEmpty() ? List.<String>of() : List.of(field.split("\\."))) {
            list = list.path(step);
        }
        if (list == null || !list.isArray()) {
            throw new MappingException("there is no list '%s' in the JSON".formatted(field));
        }
        for (JsonNode record : list) {
            record.fieldNames().forEachRemaining(name -> columns.putIfAbsent(name, columns.size()));
        }
        records = list.iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        JsonNode record = records.next();
        List<String> cells = new ArrayList<>(columns.size());
        for (String column : columns.keySet()) {
            JsonNode value = record.path(column);
            cells.add(value.isValueNode() && !value.isNull() ? value.asText() : "");
        }
        return new Row(++line, columns, cells);
    }

    @Override
    public void close() {
        // all was read when it was opened
    }
}
