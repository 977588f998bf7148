package town.nagar.data.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.Seeds;
import town.nagar.data.servers.TestDatabase;

class EpisodesTest {
    private static final Instant START = Instant.parse("2026-02-06T08:00:00Z");

    private static final DataSource DATABASE = TestDatabase.empty();

    private final Episodes episodes = new Episodes();

    @BeforeAll
    static void makeTables() throws SQLException {
        Schema.migrate(DATABASE);
    }

    @BeforeEach
    void forget() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE alert_events, alert_episodes, alert_outbox");
        }
    }

    private static AlertEvent event(int opened, Phase phase, int minute, Severity severity) {
        Instant openedAt = START.plus(Duration.ofMinutes(opened));
        return new AlertEvent(
                AlertEvent.idOf("traffic_congestion", "R001", openedAt),
                "traffic_congestion",
                Domain.TRAFFIC,
                "R001",
                phase,
                severity,
                START.plus(Duration.ofMinutes(minute)),
                openedAt,
                "Congested",
                "congestion_level above 80",
                new TreeMap<>(Map.of("congestion_level", 80.0 + minute)),
                List.of("T001"));
    }

    /** Three episodes; of the second the clearing was never told. */
    private static List<AlertEvent> story() {
        return List.of(
                event(0, Phase.OPENED, 0, Severity.MEDIUM),
                event(0, Phase.REPEATED, 5, Severity.HIGH),
                event(0, Phase.REPEATED, 8, Severity.HIGH),
                event(0, Phase.CLEARED, 20, Severity.HIGH),
                event(60, Phase.OPENED, 60, Severity.LOW),
                event(90, Phase.OPENED, 90, Severity.CRITICAL),
                event(90, Phase.REPEATED, 95, Severity.CRITICAL));
    }

    private List<String> told(List<AlertEvent> events) throws SQLException {
        forget();
        for (AlertEvent event : events) {
            tell(event);
        }
        return dump();
    }

    private void tell(AlertEvent event) throws SQLException {
        try (Connection connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            episodes.take(event, connection);
            connection.commit();
        }
    }

    private static List<String> dump() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT concat_ws(' ', severity, opened_at, last_at,"
                                        + " coalesce(cleared_at::text, 'open'), superseded, repeats,"
                                        + " metrics, severity_history)"
                                        + " FROM alert_episodes ORDER BY opened_at")) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    @Test
    void anEpisodeCountsItsRepeatsAndKeepsItsSeverities() throws SQLException {
        List<String> rows = told(story());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .startsWith("high 2026-02-06 08:00:00+00 2026-02-06 08:20:00+00")
                .contains("2026-02-06 08:20:00+00 f 2")
                .contains("\"2026-02-06T08:00:00Z\": \"medium\"");
        assertThat(rows.get(1)).contains("2026-02-06 09:30:00+00 t 0");
        assertThat(rows.get(2)).startsWith("critical").contains("open f 1");
    }

    @Seeds(12)
    void theOrderAndTheNumberOfTimesAnEventIsToldDoNotMatter(long seed) throws SQLException {
        List<AlertEvent> events = new ArrayList<>(story());
        events.addAll(story().subList(0, 4));
        Collections.shuffle(events, new Random(seed));
        assertThat(told(events)).isEqualTo(told(story()));
    }

    @Test
    void tenWritersAtOnceLeaveOneOpenEpisode() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(10)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                AlertEvent event = event(i, Phase.OPENED, i, Severity.HIGH);
                work.add(() -> {
                    tell(event);
                    return true;
                });
            }
            for (Future<Boolean> done : writers.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        List<String> rows = dump();
        assertThat(rows).hasSize(40);
        assertThat(rows.stream().filter(row -> row.contains(" open "))).hasSize(1);
        assertThat(rows.getLast()).contains(" open ");
    }
}
