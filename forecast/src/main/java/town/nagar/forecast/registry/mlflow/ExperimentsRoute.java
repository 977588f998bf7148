package town.nagar.forecast.registry.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tracking.Experiment;
import town.nagar.forecast.registry.tracking.Experiments;
import town.nagar.kit.http.ApiException;

/** {@code /api/2.0/mlflow/experiments}. */
@RestController
@RequestMapping(MlflowDialect.PREFIX + "experiments")
public final class ExperimentsRoute {
    private static final int MOST = 50_000;

    private final Experiments experiments;

    public ExperimentsRoute(Experiments experiments) {
        this.experiments = experiments;
    }

    @PostMapping("/create")
    Map<String, Object> create(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        long id =
                experiments
                        .create(name, call.text("artifact_location"), call.keyed("tags"))
                        .orElseThrow(() -> exists(name));
        return Map.of("experiment_id", Long.toString(id));
    }

    private static ApiException exists(String name) {
        return new ApiException(
                400,
                "RESOURCE_ALREADY_EXISTS",
                "Experiment '%s' already exists.".formatted(name),
                Map.of(),
                Map.of());
    }

    @GetMapping("/get")
    Map<String, Object> get(HttpServletRequest request) throws IOException {
        return Map.of("experiment", MlflowJson.experiment(experiment(Call.of(request))));
    }

    private Experiment experiment(Call call) {
        String id = call.required("experiment_id");
        return experiments
                .find(call.number("experiment_id", 0))
                .orElseThrow(() -> Call.missing("No Experiment with id=%s exists".formatted(id)));
    }

    @GetMapping("/get-by-name")
    Map<String, Object> getByName(HttpServletRequest request) throws IOException {
        String name = Call.of(request).required("experiment_name");
        Experiment experiment =
                experiments
                        .find(name)
                        .orElseThrow(() ->
                                Call.missing(
                                        "Could not find experiment with name '%s'"
                                                .formatted(name)));
        return Map.of("experiment", MlflowJson.experiment(experiment));
    }

    @RequestMapping(
            path = "/search",
            method = {RequestMethod.GET, RequestMethod.POST})
    Map<String, Object> search(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        Search.Page<Experiment> page =
                experiments.search(search(call, 1000, MOST), stages(call.text("view_type")));
        return MlflowJson.page(
                "experiments", page.rows().stream().map(MlflowJson::experiment).toList(), page);
    }

    static Search search(Call call, int usual, int most) {
        return new Search(
                call.text("filter"),
                call.texts("order_by"),
                call.maxResults(usual, most),
                call.text("page_token"));
    }

    static List<String> stages(String viewType) {
        return switch (viewType.toUpperCase(Locale.ROOT)) {
            case "", "ACTIVE_ONLY" -> List.of("active");
            case "DELETED_ONLY" -> List.of("deleted");
            case "ALL" -> List.of("active", "deleted");
            default ->
                    throw Call.invalid(
                            "view_type '%s'; allowed: ACTIVE_ONLY, DELETED_ONLY, ALL"
                                    .formatted(viewType));
        };
    }

    @PostMapping("/update")
    Map<String, Object> update(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("new_name");
        if (!experiments.rename(experiment(call).id(), name)) {
            throw exists(name);
        }
        return Map.of();
    }

    @PostMapping("/delete")
    Map<String, Object> delete(HttpServletRequest request) throws IOException {
        experiments.setStage(experiment(Call.of(request)).id(), "deleted");
        return Map.of();
    }

    @PostMapping("/restore")
    Map<String, Object> restore(HttpServletRequest request) throws IOException {
        experiments.setStage(experiment(Call.of(request)).id(), "active");
        return Map.of();
    }

    @PostMapping("/set-experiment-tag")
    Map<String, Object> setTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        experiments.tag(experiment(call).id(), call.required("key"), call.text("value"));
        return Map.of();
    }
}
