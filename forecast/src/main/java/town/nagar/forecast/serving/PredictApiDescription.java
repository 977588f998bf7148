package town.nagar.forecast.serving;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import town.nagar.forecast.registry.models.ModelsApiDescription;
import town.nagar.forecast.registry.models.ModelsApiDescription.Call;

/** Says of each kind of question about the future what it takes and gives. */
final class PredictApiDescription implements OpenApiCustomizer {
    private static final List<Call> CALLS =
            List.of(
                    ask("traffic", "Traffic", "Vehicles, speed and congestion of a road"),
                    ask("pollution", "Pollution", "PM2.5, PM10 and index of a station"),
                    ask("water", "Water", "Consumption of a zone"),
                    ask("crop-yield", "CropYield", "The next harvest of a field"),
                    ask("market-price", "MarketPrice", "A commodity's price at a mandi"),
                    Call.send(
                            HttpMethod.POST,
                            "/v1/predict/batch",
                            "predictBatch",
                            "1 to 1000 questions, each answered or refused by itself",
                            "PredictBatch",
                            "207",
                            "PredictBatchResults"));

    private static final Map<String, String> ERRORS =
            new TreeMap<>(
                    Map.of(
                            "400", "A field is missing or has a value that is not allowed",
                            "404", "There is no such place",
                            "503", "Nothing is known of the place yet to forecast from"));

    private static Call ask(String kind, String name, String summary) {
        return Call.send(
                HttpMethod.POST,
                "/v1/predict/" + kind,
                "predict" + name,
                summary,
                name + "Question",
                "200",
                name + "Prediction");
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        PredictSchemas.addTo(api.getComponents());
        ModelsApiDescription.describe(CALLS, "Predictions", ERRORS, api);
    }
}
