package town.nagar.forecast.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.GetExperimentByName;
import org.mlflow.api.proto.Service.LogBatch;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.UpdateRun;
import org.mlflow_project.google.protobuf.Message;

/** The experiments and runs of a stand-in for an MLflow server. */
final class PlainRuns {
    private final Map<String, String> experiments = new TreeMap<>();
    private final List<Run.Builder> runs = new ArrayList<>();

    /** The runs as they stand. */
    List<Run> list() {
        return runs.stream().map(Run.Builder::build).toList();
    }

    /** The names of all experiments. */
    List<String> experiments() {
        return List.copyOf(experiments.keySet());
    }

    /** Answers a call; empty if it is none about runs. */
    Optional<Message> answer(String path, String call) throws PlainMlflow.Refused {
        return switch (path) {
            case "GET experiments/get-by-name" ->
                    Optional.of(
                            byName(
                                    PlainMlflow.read(call, GetExperimentByName.newBuilder())
                                            .getExperimentName()));
            case "POST experiments/create" -> {
                String name = PlainMlflow.read(call, CreateExperiment.newBuilder()).getName();
                experiments.put(name, Integer.toString(experiments.size() + 1));
                yield Optional.of(
                        CreateExperiment.Response.newBuilder()
                                .setExperimentId(experiments.getOrDefault(name, ""))
                                .build());
            }
            case "POST runs/create" ->
                    Optional.of(create(PlainMlflow.read(call, CreateRun.newBuilder())));
            case "POST runs/log-batch" ->
                    Optional.of(log(PlainMlflow.read(call, LogBatch.newBuilder())));
            case "POST runs/update" ->
                    Optional.of(update(PlainMlflow.read(call, UpdateRun.newBuilder())));
            default -> Optional.empty();
        };
    }

    private Message byName(String name) throws PlainMlflow.Refused {
        if (!experiments.containsKey(name)) {
            throw new PlainMlflow.Refused(404, "no experiment");
        }
        return GetExperimentByName.Response.newBuilder()
                .setExperiment(
                        Experiment.newBuilder()
                                .setName(name)
                                .setExperimentId(experiments.getOrDefault(name, "")))
                .build();
    }

    private Message create(CreateRun.Builder fresh) {
        Run.Builder run =
                Run.newBuilder()
                        .setInfo(
                                RunInfo.newBuilder()
                                        .setRunId("run-of-" + (runs.size() + 1))
                                        .setExperimentId(fresh.getExperimentId())
                                        .setRunName(fresh.getRunName())
                                        .setUserId(fresh.getUserId())
                                        .setStartTime(fresh.getStartTime()))
                        .setData(RunData.newBuilder().addAllTags(fresh.getTagsList()));
        runs.add(run);
        return CreateRun.Response.newBuilder().setRun(run).build();
    }

    private Run.Builder run(String id) throws PlainMlflow.Refused {
        return runs.stream()
                .filter(one -> one.getInfo().getRunId().equals(id))
                .findFirst()
                .orElseThrow(() -> new PlainMlflow.Refused(404, "no run"));
    }

    private Message log(LogBatch.Builder batch) throws PlainMlflow.Refused {
        run(batch.getRunId())
                .getDataBuilder()
                .addAllParams(batch.getParamsList())
                .addAllMetrics(batch.getMetricsList());
        return LogBatch.Response.getDefaultInstance();
    }

    private Message update(UpdateRun.Builder wish) throws PlainMlflow.Refused {
        run(wish.getRunId())
                .getInfoBuilder()
                .setStatus(wish.getStatus())
                .setEndTime(wish.getEndTime());
        return UpdateRun.Response.getDefaultInstance();
    }
}
