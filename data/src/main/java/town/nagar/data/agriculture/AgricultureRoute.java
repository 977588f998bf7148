package town.nagar.data.agriculture;

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

/** {@code GET /v1/data/agriculture}. */
@RestController
public final class AgricultureRoute {
    /** What agriculture's tables hold. A bucket adds up irrigation; all else are means. */
    public static final Measurements AGRICULTURE =
            new Measurements(
                    Domain.AGRICULTURE,
                    "agriculture_measurements",
                    "sensor_id",
                    "field_id",
                    Measurements.quantities(
                            Domain.AGRICULTURE, Map.of("irrigation_mm", Fold.SUM), List.of()),
                    List.of(),
                    List.of(),
                    List.of(
                            new Rollup(
                                    "agriculture_daily",
                                    "day",
                                    86_400,
                                    Map.of(
                                            "soil_moisture", "avg_soil_moisture",
                                            "soil_temperature", "avg_soil_temperature",
                                            "ndvi", "avg_ndvi",
                                            "irrigation_mm", "sum_irrigation_mm",
                                            "temperature", "avg_temperature",
                                            "humidity", "avg_humidity",
                                            "leaf_wetness", "avg_leaf_wetness"))));

    private final History history;
    private final Subjects subjects;

    public AgricultureRoute(History history, Subjects subjects) {
        this.history = history;
        this.subjects = subjects;
    }

    @GetMapping("/v1/data/agriculture")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, History.parameters("field"));
        history.answer(
                AGRICULTURE,
                subjects.find(AGRICULTURE, query.find("field")),
                query,
                request,
                response);
    }
}
