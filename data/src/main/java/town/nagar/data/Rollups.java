package town.nagar.data;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.data.pollution.PollutionRollups;
import town.nagar.data.rollups.DomainRollups;
import town.nagar.data.rollups.Refresher;
import town.nagar.kit.health.Health;

/** The refresher of derived rows, and how far it is behind. */
final class Rollups {
    private static final Logger LOG = LoggerFactory.getLogger(Rollups.class);

    /** As many marks as a thousand sensors make in six hours. */
    private static final long MANY = 6000;

    private final Tables tables;
    private final InstantSource clock;
    private Optional<Refresher> made = Optional.empty();

    Rollups(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    private synchronized Refresher refresher() throws SQLException {
        if (made.isEmpty()) {
            made = Optional.of(make());
        }
        return made.get();
    }

    private Refresher make() throws SQLException {
        boolean trafficHourly = tables.migrate().maintainsTrafficHourly();
        Map<Domain, DomainRollups> rollups = new EnumMap<>(Refresher.tables(trafficHourly));
        rollups.put(Domain.POLLUTION, new PollutionRollups());
        return new Refresher(tables.database(), rollups, clock);
    }

    void refresh() throws SQLException {
        int hours = refresher().refresh();
        if (hours > 0) {
            LOG.info("derived rows refreshed hours={}", hours);
        }
    }

    /** Marked hours that have ended and are not derived yet; NaN if that cannot be told. */
    double waiting() {
        try {
            return refresher().waiting();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    Health health() {
        double waiting = waiting();
        if (!Double.isFinite(waiting)) {
            return Health.down("history cannot be read");
        }
        return waiting > MANY
                ? Health.degraded("%.0f hours of sensors wait to be summed up".formatted(waiting))
                : Health.up(Map.of("waiting_hours", (long) waiting));
    }
}
