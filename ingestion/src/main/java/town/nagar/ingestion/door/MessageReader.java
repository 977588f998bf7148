package town.nagar.ingestion.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/**
 * Reads the items of one message token by token, and accepts what the domain's JSON Schema accepts.
 *
 * <p>A wrong item does not hinder those behind it; broken JSON ends the message.
 */
final class MessageReader {
    static final int MAX_ITEMS = 10_000;
    static final int MAX_LABELS = 20;
    static final int MAX_LABEL_NAME = 40;
    static final int MAX_LABEL_VALUE = 200;
    static final int MAX_UNIT = 20;
    static final int MAX_ID = 50;
    static final int MAX_CORRELATION_ID = 64;
    static final double MAX_VALUE = 1e15;

    static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(8)
                                    .maxNameLength(128)
                                    .maxStringLength(4_096)
                                    .maxNumberLength(64)
                                    .build())
                    .build();

    private final Domain domain;
    private final Quantities quantities;
    private final boolean needsSensorId;
    private final JsonParser json;
    private final int length;
    private final List<Item> items = new ArrayList<>(1);
    private boolean batch;

    private MessageReader(Domain domain, boolean needsSensorId, byte[] bytes, JsonParser json) {
        this.domain = domain;
        this.quantities = Quantities.of(domain);
        this.needsSensorId = needsSensorId;
        this.json = json;
        this.length = bytes.length;
    }

    /** The items of a message, at least one. */
    record Read(List<Item> items, boolean batch) {}

    /**
     * Reads a message.
     *
     * @param needsSensorId whether an item without {@code sensor_id} is wrong
     */
    static Read read(Domain domain, boolean needsSensorId, byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            MessageReader reader = new MessageReader(domain, needsSensorId, bytes, json);
            reader.readMessage();
            return new Read(reader.items, reader.batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array in memory has none
        }
    }

    private void readMessage() throws IOException {
        Item current = begin(0);
        try {
            readRoot();
        } catch (JsonProcessingException e) {
            current = items.isEmpty() ? current : items.getLast();
            if (current.end > 0) {
                current = begin(current.end);
            }
            end(current, length);
            current.wrong(Reason.MALFORMED, "not JSON: " + place(e));
            if (items.isEmpty() || items.getLast() != current) {
                items.add(current);
            }
        }
    }

    private static String place(JsonProcessingException e) {
        String where =
                Optional.ofNullable(e.getLocation())
                        .map(at ->
                                " at line %d, column %d"
                                        .formatted(at.getLineNr(), at.getColumnNr()))
                        .orElse("");
        String what = Optional.ofNullable(e.getOriginalMessage()).orElse("cannot be read");
        String line = what.lines().findFirst().orElse("cannot be read");
        return line.substring(0, Math.min(line.length(), 160)) + where;
    }

    private void readRoot() throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            readArray();
        } else if (first == JsonToken.START_OBJECT) {
            readObjectOrEnvelope();
        } else if (first == null) {
            throw new JsonParseException(json, "the message is empty");
        } else {
            wrongItem("the message is neither an object nor an array");
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "something follows behind the message");
        }
        if (items.isEmpty()) {
            wrongItem("the array is empty");
        }
    }

    private void wrongItem(String message) {
        Item item = begin(0);
        item.wrong(Reason.MALFORMED, message);
        end(item, length);
        items.add(item);
    }

    /** An object is one item, unless its only field is {@code readings}. */
    private void readObjectOrEnvelope() throws IOException {
        Item item = begin(offset() - 1);
        items.add(item);
        String name = json.nextFieldName();
        if ("readings".equals(name) && json.nextToken() == JsonToken.START_ARRAY) {
            items.clear();
            readArray();
            if (json.nextToken() != JsonToken.END_OBJECT) {
                items.clear();
                items.add(item);
                item.wrong(Reason.MALFORMED, "a field stands beside 'readings'");
                skipRest();
                end(item, length);
            }
            return;
        }
        readItem(item, name);
    }

    private void skipRest() throws IOException {
        while (json.nextToken() != null) {
            json.skipChildren();
        }
    }

    private void readArray() throws IOException {
        batch = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MAX_ITEMS) {
                items.clear();
                wrongItem("the array has more than %d items".formatted(MAX_ITEMS));
                skipRest();
                return;
            }
            readElement();
        }
    }

    private void readElement() throws IOException {
        Item item = begin(startOfToken());
        items.add(item);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            readItem(item, json.nextFieldName());
        } else {
            item.wrong(Reason.MALFORMED, "an item of the array is not an object");
            json.skipChildren();
            end(item, offset());
        }
    }

    private Item begin(int start) {
        Item item = new Item(quantities.count());
        item.start = start;
        return item;
    }

    private static void end(Item item, int end) {
        item.end = end;
    }

    private int offset() {
        return (int) Math.max(0, Math.min(length, json.currentLocation().getByteOffset()));
    }

    private int startOfToken() {
        return (int) Math.max(0, Math.min(length, json.currentTokenLocation().getByteOffset()));
    }

    private void readItem(Item item, @org.jspecify.annotations.Nullable String firstName)
            throws IOException {
        Fields fields = new Fields(item);
        for (String name = firstName; name != null; name = json.nextFieldName()) {
            json.nextToken();
            fields.take(name);
        }
        end(item, offset());
        fields.requireAll();
    }

    /** The fields of one item. */
    private final class Fields {
        private final Item item;
        private int times;
        private int valuesObjects;
        private int flatValues;
        private int positions;
        private boolean hasSensorId;
        private int numbers;

        private Fields(Item item) {
            this.item = item;
        }

        private void take(String name) throws IOException {
            switch (name) {
                case "sensor_id" -> takeSensorId();
                case "event_time", "timestamp", "time" -> takeTime(name);
                case "values" -> takeValues();
                case "units" -> takeUnits();
                case "labels" -> takeLabels();
                case "lat" -> item.lat = takeDegrees(name, 2);
                case "lon" -> item.lon = takeDegrees(name, 2);
                case "coordinates" -> takeCoordinates();
                case "domain" -> takeDomain();
                case "id" -> takeCorrelationId();
                default -> takeFlat(name);
            }
        }

        private void malformed(String message) throws IOException {
            item.wrong(Reason.MALFORMED, message);
            json.skipChildren();
        }

        private void takeSensorId() throws IOException {
            hasSensorId = true;
            if (json.currentToken() != JsonToken.VALUE_STRING || !isSensorId(json.getText())) {
                malformed("sensor_id is not 1 to 50 letters, digits or any of _ . : -");
                return;
            }
            item.sensorId = json.getText();
        }

        private void takeTime(String name) throws IOException {
            times++;
            switch (json.currentToken()) {
                case VALUE_STRING -> takeTimeText(name, json.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> takeTimeNumber(name);
                default -> malformed("%s is not %s".formatted(name, EventTimes.RULE));
            }
        }

        private void takeTimeText(String name, String text) throws IOException {
            long millis = EventTimes.parse(text);
            if (millis == EventTimes.NOT_A_TIME) {
                malformed("%s '%s' is not %s".formatted(name, shortened(text), EventTimes.RULE));
            } else if (millis == EventTimes.NO_SUCH_DAY) {
                item.impossibleTime = text;
            } else {
                item.eventMillis = millis;
            }
        }

        private void takeTimeNumber(String name) throws IOException {
            double millis = json.getDoubleValue();
            if (millis != Math.rint(millis) || Math.abs(millis) > MAX_VALUE) {
                malformed("%s %s is not %s".formatted(name, json.getText(), EventTimes.RULE));
                return;
            }
            item.eventMillis = (long) millis;
        }

        private void takeValues() throws IOException {
            valuesObjects++;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                malformed("values is not an object");
                return;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                takeValue(name);
            }
        }

        private void takeFlat(String name) throws IOException {
            flatValues++;
            takeValue(name);
        }

        private void takeValue(String name) throws IOException {
            Optional<Quantity> quantity = quantities.find(name);
            if (quantity.isEmpty()) {
                unknown(name);
                return;
            }
            switch (json.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> takeNumber(quantity.get());
                case VALUE_NULL -> {} // the sender has no value
                default -> malformed("%s is not a number".formatted(name));
            }
        }

        private void takeNumber(Quantity quantity) throws IOException {
            double value = json.getDoubleValue();
            if (!(Math.abs(value) <= MAX_VALUE)) {
                malformed("%s is beyond ±1e15".formatted(quantity.name()));
                return;
            }
            numbers++;
            item.values[quantity.index()] = value;
        }

        private void unknown(String name) throws IOException {
            item.wrong(
                    Reason.UNKNOWN_QUANTITY,
                    "'%s' is no quantity of %s; allowed: %s"
                            .formatted(
                                    shortened(name),
                                    domain.word(),
                                    String.join(
                                            ", ",
                                            quantities.list().stream()
                                                    .map(Quantity::name)
                                                    .toList())));
            json.skipChildren();
        }

        private void takeUnits() throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                malformed("units is not an object");
                return;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                takeUnit(name);
            }
        }

        private void takeUnit(String name) throws IOException {
            Optional<Quantity> quantity = quantities.find(name);
            if (quantity.isEmpty()) {
                unknown(name);
            } else if (isText(1, MAX_UNIT)) {
                item.unit(quantity.get(), json.getText());
            } else {
                malformed("the unit of %s is not a text of 1 to %d".formatted(name, MAX_UNIT));
            }
        }

        private void takeLabels() throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                malformed("labels is not an object");
                return;
            }
            int count = 0;
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                takeLabel(name);
                count++;
            }
            if (count > MAX_LABELS) {
                item.wrong(Reason.MALFORMED, "more than %d labels".formatted(MAX_LABELS));
            }
        }

        private void takeLabel(String name) throws IOException {
            if (!isName(name, MAX_LABEL_NAME)) {
                malformed(
                        "label '%s' is not 1 to 40 letters, digits or any of _ . : -"
                                .formatted(shortened(name)));
            } else if (isText(0, MAX_LABEL_VALUE)) {
                item.label(name, json.getText());
            } else {
                malformed(
                        "label %s is not a text of at most 200, without U+0000 and broken pairs"
                                .formatted(name));
            }
        }

        private double takeDegrees(String name, int position) throws IOException {
            positions |= position;
            boolean number = json.currentToken().isNumeric();
            if (!number || !(Math.abs(json.getDoubleValue()) <= 180)) {
                malformed("%s is not a number from -180 to 180".formatted(name));
                return Double.NaN;
            }
            return json.getDoubleValue();
        }

        private void takeCoordinates() throws IOException {
            positions |= 1;
            if (json.currentToken() != JsonToken.START_ARRAY) {
                malformed("coordinates is not [lat, lon]");
                return;
            }
            int count = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                double degrees = takeDegrees("coordinates", 1);
                item.lat = count == 0 ? degrees : item.lat;
                item.lon = count == 1 ? degrees : item.lon;
                count++;
            }
            if (count != 2) {
                item.wrong(Reason.MALFORMED, "coordinates is not [lat, lon]");
            }
        }

        private void takeDomain() throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING
                    || !json.getText().equals(domain.word())) {
                malformed("domain is not '%s'".formatted(domain.word()));
            }
        }

        private void takeCorrelationId() throws IOException {
            if (!isText(0, MAX_CORRELATION_ID)) {
                malformed("id is not a text of at most %d".formatted(MAX_CORRELATION_ID));
            }
        }

        private boolean isText(int min, int max) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            String text = json.getText();
            int count = text.codePointCount(0, text.length());
            return count >= min && count <= max && canBeStored(text);
        }

        private void requireAll() {
            require(hasSensorId || !needsSensorId, "sensor_id is missing");
            require(times > 0, "event_time is missing");
            require(times < 2, "event_time is given more than once");
            require(valuesObjects == 0 || flatValues == 0, "a value stands beside 'values'");
            require(numbers > 0, "there is no value");
            require(positions != 3, "lat and lon stand beside 'coordinates'");
            require(
                    positions != 2 || Double.isNaN(item.lat) == Double.isNaN(item.lon),
                    "lat and lon belong together");
        }

        private void require(boolean kept, String message) {
            if (!kept) {
                item.wrong(Reason.MALFORMED, message);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    static boolean isSensorId(String text) {
        return isName(text, MAX_ID);
    }

    private static boolean isName(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isNameCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tables take neither U+0000 nor half of a surrogate pair. */
    private static boolean canBeStored(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isNameCharacter(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || "_.:-".indexOf(c) >= 0;
    }
}
