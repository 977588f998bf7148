package town.nagar.data.market;

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
import town.nagar.data.history.Subject;
import town.nagar.data.history.Subjects;
import town.nagar.kit.http.Query;

/** {@code GET /v1/data/market}. */
@RestController
public final class MarketRoute {
    /** What the mandis' tables hold; prices in rupees a quintal, arrivals in tonnes. */
    public static final Measurements MARKET =
            new Measurements(
                    Domain.MARKET,
                    "market_prices",
                    "sensor_id",
                    "mandi_id",
                    Measurements.quantities(
                            Domain.MARKET,
                            Map.of(
                                    "min_price", Fold.LEAST,
                                    "max_price", Fold.GREATEST,
                                    "arrivals_tonnes", Fold.SUM),
                            List.of()),
                    List.of("commodity", "variety", "grade"),
                    List.of("commodity"),
                    List.of(
                            new Rollup(
                                    "market_daily",
                                    "day",
                                    86_400,
                                    Map.of(
                                            "min_price", "min_price",
                                            "max_price", "max_price",
                                            "modal_price", "avg_modal_price",
                                            "arrivals_tonnes", "sum_arrivals_tonnes"))));

    private final History history;
    private final Subjects subjects;

    public MarketRoute(History history, Subjects subjects) {
        this.history = history;
        this.subjects = subjects;
    }

    @GetMapping("/v1/data/market")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, History.parameters("mandi", "series", "commodity"));
        var id = query.find("series").or(() -> query.find("mandi"));
        Subject subject = subjects.find(MARKET, id);
        Subject narrowed =
                query.find("commodity")
                        .map(commodity -> subject.and("commodity", commodity))
                        .orElse(subject);
        history.answer(MARKET, narrowed, query, request, response);
    }
}
