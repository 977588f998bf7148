package town.nagar.forecast.registry.mlflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Dialect;

/** MLflow's error shape, {@code {"error_code": …, "message": …}}, with its own codes. */
public final class MlflowDialect implements Dialect {
    static final String PREFIX = "/api/2.0/mlflow/";

    /** What is said to be missing where no route was asked for. */
    private static final String PAGE = "page";

    private static final Map<String, String> CODES =
            Map.of(
                    "INVALID_PARAMETER", "INVALID_PARAMETER_VALUE",
                    "INVALID_BODY", "BAD_REQUEST",
                    "FORBIDDEN", "PERMISSION_DENIED",
                    "NOT_FOUND", "RESOURCE_DOES_NOT_EXIST",
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
        String code =
                PAGE.equals(e.details().get("what"))
                        ? "ENDPOINT_NOT_FOUND"
                        : Optional.ofNullable(CODES.get(e.code())).orElse(e.code());
        return Map.of("error_code", code, "message", String.valueOf(e.getMessage()));
    }
}
