package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.monitoring.Statements;
import town.nagar.forecast.series.TimeGrid;

/** Whoever keeps features hears of those that predictions stand on, and of no stale place. */
class SnapshotsTellTest {
    private static final Instant NOW = Instant.parse("2026-02-06T02:35:00Z");

    @TempDir Path folder;

    /** One place with values to the last, one whose values ended a day ago. */
    private static final History HISTORY =
            new History() {
                @Override
                public Map<String, double[]> read(Measure measure, TimeGrid grid) {
                    double[] fresh = new double[grid.length()];
                    Arrays.fill(fresh, 40);
                    double[] stale = fresh.clone();
                    Arrays.fill(stale, Math.max(0, stale.length - 24), stale.length, Double.NaN);
                    return Map.of("R001", fresh, "R002", stale);
                }

                @Override
                public boolean knows(Measure measure, String place) {
                    return true;
                }
            };

    @Test
    void eachSnapshotsFeaturesAreToldOnce() {
        List<String> heard = new ArrayList<>();
        var snapshots =
                new Snapshots(
                        HISTORY,
                        new KeptPast(folder),
                        new FolderShelf(folder),
                        new Telling(Statements.NONE),
                        InstantSource.fixed(NOW),
                        Runnable::run,
                        (source, features, series, origin, at) ->
                                heard.add(
                                        "%s %s %s %s"
                                                .formatted(
                                                        source,
                                                        features.panel()
                                                                .names()
                                                                .get(series.getFirst()),
                                                        series.size(),
                                                        features.panel().grid().at(origin)
                                                                + " "
                                                                + at)));
        assertThat(snapshots.now(Measure.VEHICLE_COUNT)).isPresent();
        assertThat(snapshots.now(Measure.VEHICLE_COUNT)).isPresent();
        assertThat(heard).containsExactly("traffic.vehicle_count R001 1 2026-02-06T08:00 " + NOW);
    }
}
