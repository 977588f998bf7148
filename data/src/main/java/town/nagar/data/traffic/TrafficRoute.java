package town.nagar.data.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Fold;
import town.nagar.data.history.History;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Metric;
import town.nagar.data.history.Rollup;
import town.nagar.data.history.Subjects;
import town.nagar.kit.http.Query;

/** {@code GET /v1/data/traffic}. */
@RestController
public final class TrafficRoute {
    private static final List<String> WHEN_ASKED =
            List.of(
                    "interval_seconds",
                    "two_wheeler_count",
                    "car_count",
                    "auto_count",
                    "lcv_count",
                    "heavy_count",
                    "tractor_count",
                    "cycle_count",
                    "cycle_rickshaw_count");

    private static final Map<String, String> KEPT =
            Map.of(
                    "vehicle_count", "avg_vehicle_count",
                    "average_speed", "avg_speed",
                    "occupancy_percentage", "avg_occupancy",
                    "congestion_level", "avg_congestion",
                    "pcu_per_hour", "avg_pcu_per_hour");

    /** What traffic's tables hold. A bucket's figures are means over its counting intervals. */
    public static final Measurements TRAFFIC =
            new Measurements(
                    Domain.TRAFFIC,
                    "traffic_measurements",
                    "sensor_id",
                    "road_id",
                    metrics(),
                    List.of("level_of_service", "congestion_basis"),
                    List.of(),
                    List.of(
                            new Rollup("traffic_10min", "bucket", 600, KEPT),
                            new Rollup("traffic_hourly", "hour", 3600, KEPT),
                            new Rollup("traffic_daily", "day", 86_400, KEPT)));

    private final History history;
    private final Subjects subjects;

    public TrafficRoute(History history, Subjects subjects) {
        this.history = history;
        this.subjects = subjects;
    }

    private static List<Metric> metrics() {
        List<Metric> metrics =
                new ArrayList<>(Measurements.quantities(Domain.TRAFFIC, Map.of(), WHEN_ASKED));
        metrics.add(new Metric("pcu_per_hour", "PCU/h", Fold.MEAN, true));
        metrics.add(new Metric("reported_congestion", "1", Fold.MEAN, false));
        return metrics;
    }

    @GetMapping("/v1/data/traffic")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, History.parameters("location"));
        history.answer(
                TRAFFIC, subjects.find(TRAFFIC, query.find("location")), query, request, response);
    }
}
