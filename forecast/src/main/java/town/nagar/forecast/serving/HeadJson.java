package town.nagar.forecast.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import town.nagar.contracts.Domain;

/** What every answer says of itself. */
final class HeadJson {
    private HeadJson() {}

    /** Model, units, and whether the answer is less than it should be. */
    static Map<String, Object> of(Ask ask, List<Prediction> all) {
        Map<String, Object> answer = new LinkedHashMap<>();
        ask.requestId().ifPresent(id -> answer.put("request_id", id));
        answer.put("model_version", version(all.getFirst()));
        Map<String, Object> models = new LinkedHashMap<>();
        Map<String, Object> units = new LinkedHashMap<>();
        for (Prediction each : all) {
            models.put(each.measure().quantity(), model(each));
            units.put(each.measure().quantity(), each.measure().unit());
        }
        boolean degraded = all.stream().anyMatch(each -> each.basis().degraded());
        answer.put("degraded", degraded);
        if (degraded) {
            answer.put(
                    "reason",
                    all.stream()
                            .filter(each -> each.basis().degraded())
                            .map(each -> each.measure().quantity() + ": " + each.basis().reason())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
        answer.put("models", models);
        answer.put("units", units);
        return answer;
    }

    /** Such as {@code traffic-ensemble-v1.0.0}, or {@code traffic-week-mean-baseline}. */
    private static String version(Prediction said) {
        Domain domain = said.measure().domain();
        Basis basis = said.basis();
        return "%s-%s-%s"
                .formatted(
                        domain.word(),
                        basis.model(),
                        basis.degraded() ? "baseline" : "v" + basis.version());
    }

    private static Map<String, Object> model(Prediction said) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", said.measure().model());
        model.put("version", version(said));
        model.put("degraded", said.basis().degraded());
        if (!said.basis().degraded()) {
            model.put("stage", said.basis().stage().word());
            model.put("kept_by", said.basis().confirmed() ? "registry" : "local copy");
        }
        model.put(
                "history",
                Map.of(
                        "stored_steps", said.basis().storedSteps(),
                        "generated_steps", said.basis().generatedSteps()));
        return model;
    }
}
