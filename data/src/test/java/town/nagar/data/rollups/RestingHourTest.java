package town.nagar.data.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.TestDatabase;

class RestingHourTest {
    private static final Instant READ_AT = Instant.parse("2026-02-06T08:00:00Z");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-02-06T12:00:00Z"));
    private final DataSource database = TestDatabase.empty();

    @Test
    void lateRowsOfAnHourThatTookLongAreTakenUpAfterItsRest() throws SQLException {
        Schema.migrate(database);
        Refresher refresher = new Refresher(database, Refresher.tables(true), this::later);
        write("T1", READ_AT);
        assertThat(refresher.refresh()).isOne();

        write("T2", READ_AT);
        write("T2", READ_AT.plus(Duration.ofHours(1)));
        assertThat(refresher.refresh()).as("the other hour").isOne();
        assertThat(refresher.waiting()).isOne();

        now.updateAndGet(was -> was.plus(Duration.ofMinutes(5)));
        assertThat(refresher.refresh()).isOne();
        assertThat(refresher.waiting()).isZero();
    }

    /** A clock of a machine that takes two seconds for whatever it does. */
    private Instant later() {
        return now.updateAndGet(was -> was.plus(Duration.ofSeconds(2)));
    }

    private void write(String sensor, Instant time) throws SQLException {
        Row row = new Row(Domain.TRAFFIC, sensor, "R1", time, Map.of("vehicle_count", 10));
        RawRows.write(List.of(row), database);
    }
}
