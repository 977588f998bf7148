package town.nagar.data.pollution;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import town.nagar.data.history.Tally;
import town.nagar.data.json.JsonBytes;
import town.nagar.norms.air.Category;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;
import town.nagar.norms.time.Ist;

/**
 * Writes rows as items {@code {timestamp, value, aqi, category, ..}}.
 *
 * <p>Columns: epoch seconds, sensor, value, aqi, category, prominent pollutant, sub-index, reason,
 * averaging, beyond scale, ozone's hour missing.
 */
final class PollutionItems {
    private final Parameter parameter;
    private final Map<String, Map<Instant, Naqi>> open;
    private final boolean severalSensors;
    private final JsonBytes json;
    private final Tally tally = new Tally();
    private int count;

    /**
     * A writer.
     *
     * @param open indices of open hours by sensor
     */
    PollutionItems(Parameter parameter, Map<String, Map<Instant, Naqi>> open, JsonBytes json) {
        this.parameter = parameter;
        this.open = Map.copyOf(open);
        severalSensors = open.size() > 1;
        this.json = json;
    }

    void write(ResultSet row) throws SQLException, IOException {
        count++;
        long millis = Math.round(row.getDouble(1) * 1000);
        String sensor = row.getString(2);
        Optional<Naqi> now =
                Optional.ofNullable(
                        Objects.requireNonNull(open.get(sensor))
                                .get(Instant.ofEpochMilli(Ist.hour(millis))));
        json.beginObject().name("timestamp").time(millis);
        if (severalSensors) {
            json.name("sensor_id").string(sensor);
        }
        double value = value(row, now);
        tally.add(value);
        json.name("value").rounded(value);
        if (now.isPresent()) {
            index(now.get());
            json.name("provisional").bool(true);
        } else {
            index(row);
        }
        json.endObject();
    }

    private double value(ResultSet row, Optional<Naqi> now) throws SQLException {
        if (parameter.title().equals("AQI") && now.isPresent()) {
            return now.get().index().isPresent() ? now.get().index().getAsInt() : Double.NaN;
        }
        double value = row.getDouble(3);
        return row.wasNull() ? Double.NaN : value;
    }

    private void index(Naqi naqi) throws IOException {
        json.name("aqi");
        if (naqi.index().isPresent()) {
            json.number(naqi.index().getAsInt());
        } else {
            json.nothing();
        }
        text("category", naqi.category().map(Category::word));
        text("prominent_pollutant", naqi.prominent().map(sub -> sub.pollutant().title()));
        Optional<SubIndex> own =
                naqi.subIndices().stream()
                        .filter(sub -> title(sub.pollutant()).equals(parameter.title()))
                        .findFirst();
        if (own.isPresent()) {
            json.name("sub_index").number(own.get().index());
        }
        if (naqi.index().isEmpty()) {
            json.name("reason").string(naqi.reasonCodes());
        }
        flag("beyond_scale", naqi.beyondScale());
        flag("o3_1h_missing", naqi.subIndices().stream().anyMatch(SubIndex::o3HourMissing));
    }

    private static String title(Pollutant pollutant) {
        return pollutant.title();
    }

    private void text(String name, Optional<String> text) throws IOException {
        json.name(name);
        if (text.isPresent()) {
            json.string(text.get());
        } else {
            json.nothing();
        }
    }

    private void index(ResultSet row) throws SQLException, IOException {
        int aqi = row.getInt(4);
        boolean none = row.wasNull();
        json.name("aqi");
        if (none) {
            json.nothing();
        } else {
            json.number(aqi);
        }
        text("category", Optional.ofNullable(row.getString(5)));
        text("prominent_pollutant", Optional.ofNullable(row.getString(6)));
        int subIndex = row.getInt(7);
        if (!row.wasNull()) {
            json.name("sub_index").number(subIndex);
        }
        Optional<String> reason = Optional.ofNullable(row.getString(8));
        if (none) {
            json.name("reason").string(reason.orElse("not_computed_yet"));
        }
        Optional<String> averaging = Optional.ofNullable(row.getString(9));
        if (averaging.filter("24h"::equals).isPresent()) {
            json.name("averaging").string("24h");
        }
        flag("beyond_scale", row.getBoolean(10));
        flag("o3_1h_missing", row.getBoolean(11));
    }

    private void flag(String name, boolean raised) throws IOException {
        if (raised) {
            json.name(name).bool(true);
        }
    }

    int count() {
        return count;
    }

    Tally.Statistics statistics() {
        return tally.statistics();
    }
}
