package town.nagar.ingestion.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/** The fields of one item, as the domain's JSON Schema has them. */
final class ItemFields {
    private static final int MAX_LABELS = 20;
    private static final int MAX_LABEL_NAME = 40;
    private static final int MAX_LABEL_VALUE = 200;
    private static final int MAX_UNIT = 20;
    private static final int MAX_CORRELATION_ID = 64;
    private static final double MAX_VALUE = 1e15;

    private final Item item;
    private final JsonParser json;
    private final Quantities quantities;
    private final boolean needsSensorId;
    private int times;
    private int valuesObjects;
    private int flatValues;
    private int positions;
    private boolean hasSensorId;
    private int numbers;

    /**
     * Fields of an item that is being read.
     *
     * @param needsSensorId whether an item without {@code sensor_id} is wrong
     */
    ItemFields(Item item, JsonParser json, Quantities quantities, boolean needsSensorId) {
        this.item = item;
        this.json = json;
        this.quantities = quantities;
        this.needsSensorId = needsSensorId;
    }

    /** Takes one field, whose value is the parser's token. */
    void take(String name) throws IOException {
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
        if (json.currentToken() != JsonToken.VALUE_STRING
                || !TextRules.isSensorId(json.getText())) {
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
            malformed(
                    "%s '%s' is not %s"
                            .formatted(name, TextRules.shortened(text), EventTimes.RULE));
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
                                TextRules.shortened(name),
                                quantities.domain().word(),
                                String.join(
                                        ", ",
                                        quantities.list().stream().map(Quantity::name).toList())));
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
        if (!TextRules.isName(name, MAX_LABEL_NAME)) {
            malformed(
                    "label '%s' is not 1 to 40 letters, digits or any of _ . : -"
                            .formatted(TextRules.shortened(name)));
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
                || !json.getText().equals(quantities.domain().word())) {
            malformed("domain is not '%s'".formatted(quantities.domain().word()));
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
        return count >= min && count <= max && TextRules.canBeStored(text);
    }

    /** Notes what is missing or stands beside what it may not, once all fields are taken. */
    void requireAll() {
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
