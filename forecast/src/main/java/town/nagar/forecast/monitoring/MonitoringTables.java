package town.nagar.forecast.monitoring;

import java.util.Map;
import town.nagar.forecast.registry.tables.Tables;

/** The tables of what was said, measured, found and trained anew. */
public record MonitoringTables(Tables tables) implements AutoCloseable {
    private static final String SCRIPTS = "town/nagar/forecast/monitoring/schema";

    /** The schema; not the registry's, as its retention is another. */
    static final Tables.Schema SCHEMA = new Tables.Schema("forecast_monitoring", SCRIPTS, Map.of());

    @Override
    public void close() {
        tables.close();
    }
}
