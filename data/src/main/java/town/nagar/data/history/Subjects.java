package town.nagar.data.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.data.history.Subject.Condition;
import town.nagar.data.places.Registry;
import town.nagar.kit.http.ApiException;

/** Finds out whom an id in a question means. */
public final class Subjects {
    private final DataSource database;
    private final Supplier<Registry> registry;

    public Subjects(DataSource database, Supplier<Registry> registry) {
        this.database = database;
        this.registry = registry;
    }

    /**
     * The place or sensor of an id, or everything if there is none.
     *
     * @throws ApiException 404 if the registry does not know it, nor any row as a place; sensors
     *     that have announced themselves are in the registry
     */
    public Subject find(Measurements of, Optional<String> id) throws SQLException {
        return id.isEmpty() ? Subject.ALL : get(of, id.get());
    }

    private Subject get(Measurements of, String id) throws SQLException {
        Optional<Sensor> sensor = registry.get().findSensor(of.domain(), id);
        Optional<Place> place = registry.get().findPlace(id);
        if (place.isPresent()) {
            return ofPlace(of, id, interval(of, id));
        }
        if (sensor.isPresent()) {
            return ofSensor(of, sensor.get());
        }
        if (hasRows(of, id)) {
            return ofPlace(of, id, Subject.USUAL_INTERVAL_SECONDS);
        }
        throw ApiException.notFound(of.placeColumn().replace("_id", ""), id);
    }

    private int interval(Measurements of, String placeId) {
        return registry.get().listSensors(of.domain(), placeId).stream()
                .mapToInt(Sensor::intervalSeconds)
                .filter(seconds -> seconds > 0)
                .min()
                .orElse(Subject.USUAL_INTERVAL_SECONDS);
    }

    private static Subject ofPlace(Measurements of, String id, int intervalSeconds) {
        return new Subject(
                List.of(new Condition(of.placeColumn(), List.of(id))),
                false,
                true,
                intervalSeconds);
    }

    private static Subject ofSensor(Measurements of, Sensor sensor) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition(of.sensorColumn(), List.of(sensor.id())));
        conditions.add(new Condition(of.placeColumn(), List.of(sensor.placeId())));
        int interval =
                sensor.intervalSeconds() > 0
                        ? sensor.intervalSeconds()
                        : Subject.USUAL_INTERVAL_SECONDS;
        return new Subject(conditions, true, true, interval);
    }

    private boolean hasRows(Measurements of, String id) throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT EXISTS (SELECT FROM %s WHERE %s = ?)"
                                .formatted(of.table(), of.placeColumn()),
                        id);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
