package town.nagar.forecast.registry.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.kit.http.ApiException;

/** What is answered to a wish that something speaks against. */
final class Refusal {
    private static final int CONFLICT = 409;

    private Refusal() {}

    static ApiException of(Release release, Stage stage, List<Objection> objections) {
        String first = objections.getFirst().sentence();
        String more =
                objections.size() == 1 ? "" : " (and %d more)".formatted(objections.size() - 1);
        return new ApiException(
                CONFLICT,
                "PROMOTION_REFUSED",
                "%s %s does not go to %s: %s%s"
                        .formatted(
                                release.version().name(),
                                release.number(),
                                stage.word(),
                                first,
                                more),
                Map.of("objections", objections.stream().map(Refusal::words).toList()),
                Map.of());
    }

    private static Map<String, Object> words(Objection objection) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("horizon", objection.horizon());
        words.put("figure", objection.figure());
        words.put("value", objection.value());
        words.put("limit", objection.limit());
        return words;
    }
}
