package town.nagar.forecast.monitoring;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/** What versions said, as series. */
final class StatementReader {
    private final Tables tables;

    StatementReader(Tables tables) {
        this.tables = tables;
    }

    /**
     * What a version said at each origin of the origin's own time.
     *
     * @return empty if it said nothing
     */
    Optional<Panel> first(Measure measure, String version, TimeGrid grid) {
        SortedMap<String, double[]> values = new TreeMap<>();
        tables.sql()
                .sql(
                        """
                        SELECT origin, place, value[1] FROM statements JOIN forecasts ON statement = id
                        WHERE model = ? AND version = ? AND origin >= ? AND origin < ?
                        """)
                .param(measure.model())
                .param(version)
                .param(StatementTable.utc(IndianTime.instant(grid.at(0))))
                .param(StatementTable.utc(IndianTime.instant(grid.at(grid.length()))))
                .query(row -> {
                    var at = row.getObject(1, OffsetDateTime.class).toInstant();
                    values.computeIfAbsent(row.getString(2), _ -> Slots.empty(grid.length()))[
                                    grid.indexAtOrBefore(IndianTime.local(at))] =
                            row.getDouble(3);
                });
        return Slots.panel(grid, values);
    }
}
