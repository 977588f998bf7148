package town.nagar.forecast.featurestore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Dialect;

/** Errors as Feast's feature server tells them: a {@code detail}, beside our code. */
record FeastDialect(String prefix, Set<String> questions) implements Dialect {
    FeastDialect {
        questions = Set.copyOf(questions);
    }

    @Override
    public Map<String, Object> body(ApiException e) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("detail", String.valueOf(e.getMessage()));
        body.put("code", e.code());
        body.put("details", e.details());
        return body;
    }
}
