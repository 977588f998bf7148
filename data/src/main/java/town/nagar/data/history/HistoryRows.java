package town.nagar.data.history;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.data.json.JsonBytes;
import town.nagar.data.places.Registry;

/** Writes a plan's rows as items {@code {timestamp, location, metrics}}, and tallies them. */
final class HistoryRows {
    private static final int FIRST_METRIC = 7;

    private static final byte[] TIMESTAMP = JsonBytes.ready("timestamp");
    private static final byte[] LOCATION = JsonBytes.ready("location");
    private static final byte[] COORDINATES = JsonBytes.ready("coordinates");
    private static final byte[] METRICS = JsonBytes.ready("metrics");
    private static final byte[] SENSOR = JsonBytes.ready("sensor_id");
    private static final byte[] READINGS = JsonBytes.ready("readings");
    private static final byte[] QUALITY = JsonBytes.ready("quality");

    private final Plan plan;
    private final Registry registry;
    private final JsonBytes json;
    private final byte[] placeName;
    private final byte[][] metricNames;
    private final List<String> words;
    private final Tally[] tallies;
    private final boolean raw;
    private long count;
    private long lastMillis = Long.MIN_VALUE;
    private int atLastMillis;

    HistoryRows(Plan plan, Registry registry, JsonBytes json) {
        this.plan = plan;
        this.registry = registry;
        this.json = json;
        placeName = JsonBytes.ready(plan.of().placeColumn());
        metricNames =
                plan.metrics().stream()
                        .map(metric -> JsonBytes.ready(metric.name()))
                        .toArray(byte[][]::new);
        words = plan.words();
        tallies = new Tally[metricNames.length];
        Arrays.setAll(tallies, i -> new Tally());
        raw = plan.stepSeconds() == 0;
    }

    /** Writes the row the result stands at. */
    void write(ResultSet row) throws SQLException, IOException {
        long millis = Math.round(row.getDouble(1) * 1000);
        atLastMillis = millis == lastMillis ? atLastMillis + 1 : 1;
        lastMillis = millis;
        count++;
        json.beginObject().name(TIMESTAMP).time(millis);
        location(row);
        json.name(METRICS).beginObject();
        metrics(row);
        json.endObject();
        about(row);
        json.endObject();
    }

    private void location(ResultSet row) throws SQLException, IOException {
        String place = row.getString(2);
        json.name(LOCATION).beginObject().name(placeName).string(place);
        double lat = row.getDouble(4);
        if (!row.wasNull()) {
            coordinates(lat, row.getDouble(5));
        } else {
            Optional<Point> known = registry.findPlace(place).map(Place::point);
            if (known.isPresent()) {
                coordinates(known.get().lat(), known.get().lon());
            }
        }
        json.endObject();
    }

    private void coordinates(double lat, double lon) throws IOException {
        json.name(COORDINATES).beginArray().number(lat).number(lon).endArray();
    }

    private void metrics(ResultSet row) throws SQLException, IOException {
        for (int i = 0; i < metricNames.length; i++) {
            double value = row.getDouble(FIRST_METRIC + i);
            if (!row.wasNull()) {
                tallies[i].add(value);
                json.name(metricNames[i]);
                if (raw) {
                    json.number(value);
                } else {
                    json.rounded(value);
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            String word = word(row, i);
            if (!word.isEmpty() && !words.get(i).equals("quality")) {
                json.name(words.get(i)).string(word);
            }
        }
    }

    private String word(ResultSet row, int index) throws SQLException {
        String word = row.getString(FIRST_METRIC + metricNames.length + index);
        return row.wasNull() ? "" : word;
    }

    private void about(ResultSet row) throws SQLException, IOException {
        String sensor = row.getString(3);
        if (!row.wasNull()) {
            json.name(SENSOR).string(sensor);
        }
        if (!raw) {
            json.name(READINGS).number(row.getInt(6));
            return;
        }
        String quality = word(row, words.indexOf("quality"));
        if (!quality.isEmpty()) {
            json.name(QUALITY).beginArray();
            for (String flag : List.of(quality.split(",", -1))) {
                json.string(flag);
            }
            json.endArray();
        }
    }

    long count() {
        return count;
    }

    Tally.Statistics statistics(int metric) {
        return tallies[metric].statistics();
    }

    /** Where the next page starts. */
    Page.Cursor cursor(Optional<Page.Cursor> before) {
        Instant last = Instant.ofEpochMilli(lastMillis);
        int sentBefore =
                before.filter(cursor -> cursor.last().equals(last))
                        .map(Page.Cursor::sent)
                        .orElse(0);
        return new Page.Cursor(last, sentBefore + atLastMillis);
    }

    Plan plan() {
        return plan;
    }
}
