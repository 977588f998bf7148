package town.nagar.ingestion.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import town.nagar.contracts.readings.Reading;

/** Makes messages of rows. Rows come in the order of the file. */
final class RowReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern BRACES = Pattern.compile("\\{([^}]+)}");
    private static final int MAX_LABEL = 200;

    private final Mapping mapping;
    private final LocalClock clock;

    /** A number in a cell, and the unit it is in. */
    private record Cell(Mapping.Value rule, double value, String original) {}

    RowReader(Mapping mapping) {
        this.mapping = mapping;
        clock = new LocalClock(mapping.time());
    }

    /** The messages of a row: none if it has no value, several if it is of a wide table. */
    List<MappedItem> read(Row row) {
        try {
            return isSkipped(row) ? List.of() : messages(row);
        } catch (MappingException e) {
            return List.of(
                    new MappedItem.Bad(String.valueOf(e.getMessage()), row.original(), row.line()));
        }
    }

    private boolean isSkipped(Row row) {
        return mapping.skip().stream()
                .anyMatch(skip -> skip.cells().contains(row.cell(skip.column())));
    }

    private List<MappedItem> messages(Row row) {
        Map<String, List<Cell>> bySensor = new LinkedHashMap<>();
        for (Mapping.Value rule : mapping.values()) {
            String cell = row.cell(rule.column());
            if (!isMissing(cell) && !isExcepted(rule, row)) {
                double value = number(rule, cell);
                if (isThere(rule, value)) {
                    bySensor.computeIfAbsent(rule.wide(), key -> new ArrayList<>())
                            .add(new Cell(rule, value, cell));
                }
            }
        }
        List<MappedItem> messages = new ArrayList<>(bySensor.size());
        bySensor.forEach((wide, cells) -> messages.add(message(row, wide, cells)));
        return messages;
    }

    private boolean isMissing(String cell) {
        return cell.isEmpty() || mapping.missing().contains(cell);
    }

    private static boolean isExcepted(Mapping.Value rule, Row row) {
        return rule.except().entrySet().stream()
                .anyMatch(except -> except.getValue().contains(row.cell(except.getKey())));
    }

    private static double number(Mapping.Value rule, String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new MappingException(
                    "column '%s' is '%s'; allowed: a number".formatted(rule.column(), cell), e);
        }
    }

    private static boolean isThere(Mapping.Value rule, double value) {
        return value >= rule.min() && value <= rule.max() && !rule.missingNumbers().contains(value);
    }

    private MappedItem message(Row row, String wide, List<Cell> cells) {
        String sensor = sensor(row, wide);
        String time = String.join(" ", mapping.time().columns().stream().map(row::cell).toList());
        long millis = clock.instant(time, sensor).toEpochMilli();
        String json = json(row, sensor, millis, cells);
        return new MappedItem.Message(mapping.domain(), sensor, millis, json, row.line());
    }

    private String sensor(Row row, String wide) {
        Matcher matcher = BRACES.matcher(mapping.sensor());
        StringBuilder id = new StringBuilder();
        while (matcher.find()) {
            String column = matcher.group(1);
            String word = translated(row, column, wide);
            matcher.appendReplacement(id, Matcher.quoteReplacement(plain(word)));
        }
        matcher.appendTail(id);
        return shortened(id.toString());
    }

    private String translated(Row row, String column, String wide) {
        if (column.equals(Mapping.COLUMN)) {
            return wide;
        }
        String cell = row.cell(column);
        return mapping.translate().getOrDefault(column, Map.of()).getOrDefault(cell, cell);
    }

    /** Letters, digits and _ . : - alone, as sensor ids are. */
    private static String plain(String word) {
        return word.replaceAll("[^A-Za-z0-9_.:-]+", "_").replaceAll("^_+|_+$", "");
    }

    /** An id too long keeps its beginning and gets a checksum of the whole. */
    private static String shortened(String id) {
        if (id.length() <= Reading.MAX_ID_LENGTH) {
            return id;
        }
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return "%s-%08x".formatted(id.substring(0, Reading.MAX_ID_LENGTH - 9), crc.getValue());
    }

    private String json(Row row, String sensor, long millis, List<Cell> cells) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("sensor_id", sensor);
            json.writeNumberField("event_time", millis);
            writeValues(cells, json);
            writeUnits(cells, json);
            writeLabels(row, cells, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
        return text.toString();
    }

    private void writeValues(List<Cell> cells, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("values");
        for (Cell cell : cells) {
            Mapping.Value rule = cell.rule();
            json.writeNumberField(rule.quantity(), cell.value() * rule.factor() + rule.offset());
        }
        for (Map.Entry<String, Double> constant : mapping.constants().entrySet()) {
            json.writeNumberField(constant.getKey(), constant.getValue());
        }
        json.writeEndObject();
    }

    private static void writeUnits(List<Cell> cells, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("units");
        for (Cell cell : cells) {
            if (!cell.rule().unit().isEmpty()) {
                json.writeStringField(cell.rule().quantity(), cell.rule().unit());
            }
        }
        json.writeEndObject();
    }

    private void writeLabels(Row row, List<Cell> cells, JsonGenerator json) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>(mapping.labels());
        String wide = cells.getFirst().rule().wide();
        mapping.labelColumns()
                .forEach((label, column) -> labels.put(label, translated(row, column, wide)));
        for (Cell cell : cells) {
            boolean changed = cell.rule().factor() != 1 || cell.rule().offset() != 0;
            if (changed) {
                labels.put("original_" + cell.rule().quantity(), cell.original());
            }
        }
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : labels.entrySet()) {
            String value = label.getValue();
            if (!value.isEmpty()) {
                json.writeStringField(
                        label.getKey(), value.substring(0, Math.min(MAX_LABEL, value.length())));
            }
        }
        json.writeEndObject();
    }
}
