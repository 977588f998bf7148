package town.nagar.forecast.registry.mlflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Dialect;

/** MLflow's error shape, {@code {"error_code": …, "message": …}}, with its own codes. */
public final class MlflowDialect implements Dialect {
    static final String PREFIX = "/api/2.0/mlflow/";

    private static final Map<String, String> CODES =
            Map.of(
                    "INVALID_PARAMETER", "INVALID_PARAMETER_VALUE",
                    "INVALID_BODY", "BAD_REQUEST",
                    "FORBIDDEN", "PERMISSION_DENIED",
                    "NOT_FOUND", "ENDPOINT_NOT_FOUND",
                    "INTERNAL", "INTERNAL_ERROR",
                    "UNAVAILABLE", "TEMPORARILY_UNAVAILABLE",
                    "PROMOTION_REFUSED", "INVALID_STATE",
                    "IN_SERVICE", "INVALID_STATE");

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Set<String> questions() {
        return Set.of(
                PREFIX + "experiments/search",
                PREFIX + "runs/search",
                PREFIX + "registered-models/get-latest-versions");
    }

    @Override
    public Map<String, Object> body(ApiException e) {
        String code = Optional.ofNullable(CODES.get(e.code())).orElse(e.code());
        return Map.of("error_code", code, "message", String.valueOf(e.getMessage()));
    }
}
