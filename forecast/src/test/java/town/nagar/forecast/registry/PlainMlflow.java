package town.nagar.forecast.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mlflow.api.proto.ModelRegistry.CreateModelVersion;
import org.mlflow.api.proto.ModelRegistry.CreateRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.DeleteRegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.GetModelVersion;
import org.mlflow.api.proto.ModelRegistry.GetRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.SearchModelVersions;
import org.mlflow.api.proto.ModelRegistry.SearchRegisteredModels;
import org.mlflow.api.proto.ModelRegistry.SetModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.TransitionModelVersionStage;
import org.mlflow.api.proto.Service.GetRun;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/**
 * A stand-in for an MLflow server, with no gate and no rules of ours. Every call is read, and every
 * answer written, by the message classes that MLflow generates from its own definitions; a field
 * that MLflow does not know is refused.
 */
final class PlainMlflow implements AutoCloseable {
    static final String TOKEN = "token-of-mlflow";
    static final String RUN = "run-1";
    private static final String ROOT = "/api/2.0/mlflow/";
    private static final int PAGE = 2;

    private final HttpServer server;
    private final List<RegisteredModel.Builder> models = new ArrayList<>();
    private final List<ModelVersion.Builder> versions = new ArrayList<>();
    private final PlainRuns runs = new PlainRuns();

    /** What is not there, or not to be read. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    PlainMlflow() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its experiments and runs. */
    synchronized PlainRuns runs() {
        return runs;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String said;
            int status = 200;
            try {
                said = JsonFormat.printer().preservingProtoFieldNames().print(answer(exchange));
            } catch (Refused e) {
                status = e.status;
                String code = status == 404 ? "RESOURCE_DOES_NOT_EXIST" : "INVALID_PARAMETER_VALUE";
                said =
                        "{\"error_code\": \"%s\", \"message\": \"%s\"}"
                                .formatted(code, e.getMessage());
            }
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Message answer(HttpExchange exchange) throws IOException, Refused {
        List<String> token =
                Optional.ofNullable(exchange.getRequestHeaders().get("Authorization"))
                        .orElse(List.of());
        if (!token.equals(List.of("Bearer " + TOKEN))) {
            throw new Refused(401, "no token");
        }
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String call =
                exchange.getRequestMethod().equals("GET")
                        ? json(query)
                        : new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Message> ofRuns = runs.answer(exchange.getRequestMethod() + " " + path, call);
        if (ofRuns.isPresent()) {
            return ofRuns.get();
        }
        return switch (exchange.getRequestMethod() + " " + path) {
            case "POST registered-models/create" -> create(call);
            case "GET registered-models/get" -> {
                var name = read(call, GetRegisteredModel.newBuilder()).getName();
                yield GetRegisteredModel.Response.newBuilder()
                        .setRegisteredModel(model(name))
                        .build();
            }
            case "GET registered-models/search" -> {
                read(call, SearchRegisteredModels.newBuilder());
                var answer = SearchRegisteredModels.Response.newBuilder();
                models.forEach(answer::addRegisteredModels);
                yield answer.build();
            }
            case "POST registered-models/alias" ->
                    point(read(call, SetRegisteredModelAlias.newBuilder()));
            case "DELETE registered-models/alias" ->
                    remove(read(call, DeleteRegisteredModelAlias.newBuilder()));
            case "POST model-versions/create" ->
                    create(read(call, CreateModelVersion.newBuilder()));
            case "GET model-versions/get" -> {
                var asked = read(call, GetModelVersion.newBuilder());
                yield GetModelVersion.Response.newBuilder()
                        .setModelVersion(version(asked.getName(), asked.getVersion()))
                        .build();
            }
            case "GET model-versions/search" ->
                    search(read(call, SearchModelVersions.newBuilder()));
            case "POST model-versions/set-tag" -> {
                var tag = read(call, SetModelVersionTag.newBuilder());
                setTag(version(tag.getName(), tag.getVersion()), tag.getKey(), tag.getValue());
                yield SetModelVersionTag.Response.getDefaultInstance();
            }
            case "POST model-versions/transition-stage" -> {
                var wish = read(call, TransitionModelVersionStage.newBuilder());
                if (!wish.hasArchiveExistingVersions()) {
                    throw new Refused(400, "archive_existing_versions is required");
                }
                yield TransitionModelVersionStage.Response.newBuilder()
                        .setModelVersion(
                                version(wish.getName(), wish.getVersion())
                                        .setCurrentStage(wish.getStage()))
                        .build();
            }
            case "GET runs/get" -> run(read(call, GetRun.newBuilder()).getRunId());
            default -> throw new Refused(404, "no call " + path);
        };
    }

    private static String json(String query) {
        StringBuilder json = new StringBuilder("{");
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value =
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(pair, 0, equals)
                        .append("\":\"")
                        .append(value)
                        .append('"');
            }
        }
        return json.append('}').toString();
    }

    static <B extends Message.Builder> B read(String json, B into) throws Refused {
        try {
            JsonFormat.parser().merge(json, into);
            return into;
        } catch (IOException e) {
            throw new Refused(400, "not a message of MLflow's");
        }
    }

    private Message create(String call) throws Refused {
        var fresh = read(call, CreateRegisteredModel.newBuilder());
        var model =
                RegisteredModel.newBuilder()
                        .setName(fresh.getName())
                        .setDescription(fresh.getDescription())
                        .setCreationTimestamp(1_700_000_000_000L)
                        .addAllTags(fresh.getTagsList());
        models.add(model);
        return CreateRegisteredModel.Response.newBuilder().setRegisteredModel(model).build();
    }

    private RegisteredModel.Builder model(String name) throws Refused {
        return models.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "no model"));
    }

    private Message create(CreateModelVersion.Builder fresh) throws Refused {
        model(fresh.getName());
        long before =
                versions.stream().filter(one -> one.getName().equals(fresh.getName())).count();
        var version =
                ModelVersion.newBuilder()
                        .setName(fresh.getName())
                        .setVersion(Long.toString(before + 1))
                        .setSource(fresh.getSource())
                        .setRunId(fresh.getRunId())
                        .setDescription(fresh.getDescription())
                        .setCurrentStage("None")
                        .setStatus(ModelVersionStatus.READY)
                        .addAllTags(fresh.getTagsList());
        versions.add(version);
        return CreateModelVersion.Response.newBuilder().setModelVersion(version).build();
    }

    /** A version as the server has it, open to changes that nobody tells us of. */
    synchronized ModelVersion.Builder version(String name, String version) throws Refused {
        return versions.stream()
                .filter(one -> one.getName().equals(name) && one.getVersion().equals(version))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "no version"));
    }

    private Message search(SearchModelVersions.Builder asked) {
        String name = asked.getFilter().replaceAll("^name='(.*)'$", "$1");
        List<ModelVersion> found =
                versions.stream()
                        .filter(one -> one.getName().equals(name))
                        .map(ModelVersion.Builder::build)
                        .sorted(Comparator.comparing(ModelVersion::getVersion).reversed())
                        .toList();
        int from = asked.getPageToken().isEmpty() ? 0 : Integer.parseInt(asked.getPageToken());
        int to = Math.min(from + PAGE, found.size());
        var answer =
                SearchModelVersions.Response.newBuilder()
                        .addAllModelVersions(found.subList(from, to));
        if (to < found.size()) {
            answer.setNextPageToken(Integer.toString(to));
        }
        return answer.build();
    }

    private static void setTag(ModelVersion.Builder version, String key, String value) {
        List<ModelVersionTag> others =
                version.getTagsList().stream().filter(tag -> !tag.getKey().equals(key)).toList();
        version.clearTags()
                .addAllTags(others)
                .addTags(ModelVersionTag.newBuilder().setKey(key).setValue(value));
    }

    private Message point(SetRegisteredModelAlias.Builder alias) throws Refused {
        version(alias.getName(), alias.getVersion());
        withoutAlias(alias.getName(), alias.getAlias())
                .addAliases(
                        RegisteredModelAlias.newBuilder()
                                .setAlias(alias.getAlias())
                                .setVersion(alias.getVersion()));
        return SetRegisteredModelAlias.Response.getDefaultInstance();
    }

    private RegisteredModel.Builder withoutAlias(String name, String alias) throws Refused {
        RegisteredModel.Builder model = model(name);
        List<RegisteredModelAlias> others =
                model.getAliasesList().stream()
                        .filter(one -> !one.getAlias().equals(alias))
                        .toList();
        return model.clearAliases().addAllAliases(others);
    }

    private Message remove(DeleteRegisteredModelAlias.Builder alias) throws Refused {
        withoutAlias(alias.getName(), alias.getAlias());
        return DeleteRegisteredModelAlias.Response.getDefaultInstance();
    }

    private static Message run(String id) throws Refused {
        if (!id.equals(RUN)) {
            throw new Refused(404, "no run");
        }
        Param trees = Param.newBuilder().setKey("trees").setValue("400").build();
        return GetRun.Response.newBuilder()
                .setRun(Run.newBuilder().setData(RunData.newBuilder().addParams(trees)))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
