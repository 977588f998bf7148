package town.nagar.data.pollution;

import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Measurements;

/** What the pollution tables hold. */
public final class PollutionTables {
    /** The raw table; the column of the sensor's id is called {@code station_id}. */
    public static final Measurements POLLUTION =
            new Measurements(
                    Domain.POLLUTION,
                    "pollution_measurements",
                    "station_id",
                    "place_id",
                    Measurements.quantities(Domain.POLLUTION, Map.of(), List.of()),
                    List.of(),
                    List.of(),
                    List.of());

    private PollutionTables() {}
}
