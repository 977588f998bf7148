package town.nagar.forecast.registry.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tracking.Experiment;
import town.nagar.forecast.registry.tracking.Experiments;
import town.nagar.forecast.registry.tracking.Metric;
import town.nagar.forecast.registry.tracking.Run;
import town.nagar.forecast.registry.tracking.Runs;

/** {@code /api/2.0/mlflow/runs} and {@code metrics}. */
@RestController
@RequestMapping(MlflowDialect.PREFIX)
public final class RunsRoute {
    private static final int MOST = 50_000;
    private static final int MOST_VALUES = 25_000;
    private static final int MOST_METRICS_A_BATCH = 1000;
    private static final int MOST_OTHERS_A_BATCH = 100;
    private static final String NAME_TAG = "mlflow.runName";
    private static final Set<String> STATUSES =
            Set.of("RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED");

    private final Tables tables;
    private final Experiments experiments;
    private final Runs runs;
    private final InstantSource clock;

    public RunsRoute(Tables tables, Experiments experiments, Runs runs, InstantSource clock) {
        this.tables = tables;
        this.experiments = experiments;
        this.runs = runs;
        this.clock = clock;
    }

    @PostMapping("runs/create")
    Map<String, Object> create(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        long id = call.number("experiment_id", 0);
        Experiment experiment =
                experiments
                        .find(id)
                        .filter(one -> one.stage().equals("active"))
                        .orElseThrow(() ->
                                Call.missing("No active Experiment with id=%d".formatted(id)));
        Run run = fresh(call, experiment);
        runs.create(run);
        return Map.of("run", MlflowJson.run(run));
    }

    private Run fresh(Call call, Experiment experiment) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, String> tags = new TreeMap<>(call.keyed("tags"));
        String name =
                call.findText("run_name")
                        .filter(given -> !given.isEmpty())
                        .orElseGet(() -> tags.getOrDefault(NAME_TAG, "run-" + id.substring(0, 8)));
        tags.put(NAME_TAG, name);
        return new Run(
                id,
                experiment.id(),
                name,
                call.findText("user_id").orElse(call.who()),
                "RUNNING",
                call.number("start_time", clock.millis()),
                0,
                "%s/%s/artifacts".formatted(experiment.artifactLocation(), id),
                "active",
                List.of(),
                Map.of(),
                tags);
    }

    @GetMapping("runs/get")
    Map<String, Object> get(HttpServletRequest request) throws IOException {
        return Map.of("run", MlflowJson.run(run(Call.of(request))));
    }

    private Run run(Call call) {
        String id = call.runId();
        return runs.find(id)
                .orElseThrow(() -> Call.missing("Run with id=%s not found".formatted(id)));
    }

    /** A run that may be written to. */
    private Run open(Call call) {
        Run run = run(call);
        if (!run.stage().equals("active")) {
            throw Call.invalid("The run %s must be in the 'active' state".formatted(run.id()));
        }
        return run;
    }

    @PostMapping("runs/search")
    Map<String, Object> search(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        List<Long> ids = new ArrayList<>();
        for (String id : call.texts("experiment_ids")) {
            try {
                ids.add(Long.valueOf(id));
            } catch (NumberFormatException e) {
                throw Call.invalid("experiment_ids holds '%s', no whole number".formatted(id));
            }
        }
        Search.Page<Run> page =
                runs.search(
                        ExperimentsRoute.search(call, 1000, MOST),
                        ids,
                        ExperimentsRoute.stages(call.text("run_view_type")));
        return MlflowJson.page("runs", page.rows().stream().map(MlflowJson::run).toList(), page);
    }

    @PostMapping("runs/update")
    Map<String, Object> update(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        Run run = open(call);
        String status = call.findText("status").orElse(run.status());
        if (!STATUSES.contains(status)) {
            throw Call.invalid("status '%s'; allowed: %s".formatted(status, STATUSES));
        }
        Run changed =
                new Run(
                        run.id(),
                        run.experimentId(),
                        call.findText("run_name").orElse(run.name()),
                        run.user(),
                        status,
                        run.startMillis(),
                        call.number("end_time", run.endMillis()),
                        run.artifactUri(),
                        run.stage(),
                        run.metrics(),
                        run.parameters(),
                        run.tags());
        runs.update(changed);
        return Map.of("run_info", MlflowJson.runInfo(changed));
    }

    @PostMapping("runs/delete")
    Map<String, Object> delete(HttpServletRequest request) throws IOException {
        runs.setStage(run(Call.of(request)).id(), "deleted");
        return Map.of();
    }

    @PostMapping("runs/restore")
    Map<String, Object> restore(HttpServletRequest request) throws IOException {
        runs.setStage(run(Call.of(request)).id(), "active");
        return Map.of();
    }

    @PostMapping("runs/log-parameter")
    Map<String, Object> logParameter(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        logParameter(open(call).id(), call);
        return Map.of();
    }

    private void logParameter(String id, Call call) {
        String key = call.required("key");
        if (!runs.logParameter(id, key, call.text("value"))) {
            throw Call.invalid(
                    "Changing param values is not allowed. Param with key='%s' was already logged"
                            .formatted(key));
        }
    }

    @PostMapping("runs/log-metric")
    Map<String, Object> logMetric(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        runs.logMetric(open(call).id(), metric(call));
        return Map.of();
    }

    private Metric metric(Call call) {
        return new Metric(
                call.required("key"),
                call.decimal("value"),
                call.number("timestamp", clock.millis()),
                call.number("step", 0));
    }

    /** Logs all of a batch or, if one part is refused, none of it. */
    @PostMapping("runs/log-batch")
    Map<String, Object> logBatch(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String id = open(call).id();
        List<Call> metrics = some(call, "metrics", MOST_METRICS_A_BATCH);
        List<Call> parameters = some(call, "params", MOST_OTHERS_A_BATCH);
        List<Call> tags = some(call, "tags", MOST_OTHERS_A_BATCH);
        return tables.together(() -> {
            metrics.forEach(one -> runs.logMetric(id, metric(one)));
            parameters.forEach(one -> logParameter(id, one));
            tags.forEach(one -> runs.tag(id, one.required("key"), one.text("value")));
            return Map.of();
        });
    }

    private static List<Call> some(Call call, String name, int most) {
        List<Call> objects = call.objects(name);
        if (objects.size() > most) {
            throw Call.invalid(
                    "A batch has at most %d %s, not %d".formatted(most, name, objects.size()));
        }
        return objects;
    }

    @PostMapping("runs/set-tag")
    Map<String, Object> setTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        runs.tag(open(call).id(), call.required("key"), call.text("value"));
        return Map.of();
    }

    @PostMapping("runs/delete-tag")
    Map<String, Object> deleteTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        Run run = open(call);
        String key = call.required("key");
        if (!runs.untag(run.id(), key)) {
            throw Call.missing("No tag with name: %s in run with id %s".formatted(key, run.id()));
        }
        return Map.of();
    }

    @GetMapping("metrics/get-history")
    Map<String, Object> history(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        int most = call.maxResults(MOST_VALUES, MOST_VALUES);
        Search search = new Search("", List.of(), most, call.text("page_token"));
        List<Metric> values =
                runs.history(
                        run(call).id(), call.required("metric_key"), most + 1, search.offset());
        Search.Page<Metric> page = search.page(values);
        return MlflowJson.page(
                "metrics", page.rows().stream().map(MlflowJson::metric).toList(), page);
    }
}
