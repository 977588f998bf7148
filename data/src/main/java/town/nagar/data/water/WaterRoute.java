package town.nagar.data.water;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Fold;
import town.nagar.data.history.History;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Rollup;
import town.nagar.data.history.Subjects;
import town.nagar.kit.http.Query;

/** {@code GET /v1/data/water}. */
@RestController
public final class WaterRoute {
    /** What water's tables hold. A bucket of a zone adds up its meters' consumption. */
    public static final Measurements WATER =
            new Measurements(
                    Domain.WATER,
                    "water_measurements",
                    "meter_id",
                    "zone_id",
                    Measurements.quantities(
                            Domain.WATER, Map.of("consumption_liters", Fold.SUM), List.of()),
                    List.of("meter_type"),
                    List.of(),
                    List.of(
                            new Rollup(
                                    "water_meter_hourly",
                                    "hour",
                                    3600,
                                    Map.of(
                                            "consumption_liters", "total_consumption",
                                            "flow_rate", "avg_flow_rate",
                                            "pressure_bar", "avg_pressure",
                                            "tank_level", "avg_tank_level",
                                            "ph", "avg_ph",
                                            "turbidity", "avg_turbidity",
                                            "free_chlorine", "avg_free_chlorine",
                                            "tds", "avg_tds"))));

    private final History history;
    private final Subjects subjects;

    public WaterRoute(History history, Subjects subjects) {
        this.history = history;
        this.subjects = subjects;
    }

    @GetMapping("/v1/data/water")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, History.parameters("zone", "meter"));
        var id = query.find("meter").or(() -> query.find("zone"));
        history.answer(WATER, subjects.find(WATER, id), query, request, response);
    }
}
