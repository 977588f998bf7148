package town.nagar.forecast.registry.models;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says of each route of /v1/models what it takes and gives; routes of others are left alone.
 * MLflow's own API is not told of: MLflow does.
 */
public final class ModelsApiDescription implements OpenApiCustomizer {
    private static final String MLFLOW = "/api/2.0/mlflow/";
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";
    private static final String MODEL = "/v1/models/{name}";
    private static final String VERSION = MODEL + "/versions/{version}";
    private static final String CURSOR = "cursor";
    private static final String PER_PAGE = "per_page";

    /**
     * What is said of a call.
     *
     * @param takes the shape of its body; empty for none
     * @param status of its answer
     * @param gives the shape of its answer; empty for bytes
     */
    public record Call(
            HttpMethod method,
            String path,
            String id,
            String summary,
            List<String> query,
            String takes,
            String status,
            String gives) {
        public Call {
            query = List.copyOf(query);
        }

        /** A call that reads. */
        public static Call get(
                String path, String id, String summary, String gives, String... query) {
            return new Call(HttpMethod.GET, path, id, summary, List.of(query), "", "200", gives);
        }

        /** A call that takes a body. */
        public static Call send(
                HttpMethod method,
                String path,
                String id,
                String summary,
                String takes,
                String status,
                String gives) {
            return new Call(method, path, id, summary, List.of(), takes, status, gives);
        }
    }

    private static final List<Call> CALLS =
            List.of(
                    Call.get(
                            "/v1/models",
                            "listModels",
                            "Registered models, by name",
                            "Models",
                            CURSOR,
                            PER_PAGE),
                    Call.send(
                            HttpMethod.POST,
                            "/v1/models",
                            "createModel",
                            "Registers a model without versions",
                            "NewModel",
                            "201",
                            "Model"),
                    Call.get(MODEL, "getModel", "One model and what is in service", "Model"),
                    Call.get(
                            MODEL + "/changes",
                            "listModelChanges",
                            "Who changed what, when and why; the newest first",
                            "ModelChanges",
                            CURSOR,
                            PER_PAGE),
                    Call.send(
                            HttpMethod.POST,
                            MODEL + "/rollback",
                            "rollBackModel",
                            "Puts the version back into production that was there before",
                            "Reason",
                            "200",
                            "ModelVersion"),
                    Call.send(
                            HttpMethod.POST,
                            MODEL + "/artifacts",
                            "keepModelFile",
                            "Keeps a model file, named by its SHA-256",
                            "",
                            "201",
                            "ModelFile"),
                    Call.get(
                            MODEL + "/versions",
                            "listModelVersions",
                            "Versions, the oldest first",
                            "ModelVersions",
                            "stage"),
                    Call.send(
                            HttpMethod.POST,
                            MODEL + "/versions",
                            "registerModelVersion",
                            "Registers a version with its lineage, in stage none",
                            "NewModelVersion",
                            "201",
                            "ModelVersion"),
                    Call.get(
                            VERSION,
                            "getModelVersion",
                            "One version with its evidence and what the gate has against it",
                            "ModelVersion"),
                    Call.get(
                            VERSION + "/artifact",
                            "getModelFile",
                            "The version's file, just as it was kept",
                            ""),
                    Call.send(
                            HttpMethod.PUT,
                            VERSION + "/evidence",
                            "proveModelVersion",
                            "Records how the version did walking forward, until it answers calls",
                            "WalkForward",
                            "200",
                            "ModelVersion"),
                    Call.send(
                            HttpMethod.POST,
                            VERSION + "/approval",
                            "approveModelVersion",
                            "A person says that the version may go into production",
                            "Reason",
                            "200",
                            "ModelVersion"),
                    Call.send(
                            HttpMethod.POST,
                            VERSION + "/stage",
                            "moveModelVersion",
                            "Moves the version; 409 PROMOTION_REFUSED names horizon, figure, limit",
                            "StageWish",
                            "200",
                            "ModelVersion"));

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        ModelsSchemas.addTo(api.getComponents());
        api.getPaths().keySet().removeIf(path -> path.startsWith(MLFLOW));
        describe(CALLS, api);
    }

    /** Describes those of some calls that there are. */
    public static void describe(List<Call> calls, OpenAPI api) {
        describe(calls, "Models", ERRORS, api);
    }

    /**
     * Describes those of some calls that there are.
     *
     * @param tag the group they are shown in
     * @param errors what each status means that they may be refused with
     */
    public static void describe(
            List<Call> calls, String tag, Map<String, String> errors, OpenAPI api) {
        for (Call call : calls) {
            Optional.ofNullable(api.getPaths().get(call.path()))
                    .map(PathItem::readOperationsMap)
                    .map(operations -> operations.get(call.method()))
                    .ifPresent(operation -> describe(call, tag, errors, operation));
        }
    }

    private static void describe(
            Call call, String tag, Map<String, String> errors, Operation operation) {
        operation.setTags(List.of(tag));
        operation.setOperationId(call.id());
        operation.setSummary(call.summary());
        call.query()
                .forEach(name ->
                        operation.addParametersItem(
                                new QueryParameter()
                                        .name(name)
                                        .description(QUERY.getOrDefault(name, ""))
                                        .schema(ModelsSchemas.text(""))));
        operation.setRequestBody(null);
        if (call.method() != HttpMethod.GET) {
            operation.setRequestBody(
                    new RequestBody().required(true).content(content(call.takes())));
        }
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(
                call.status(),
                new ApiResponse().description(call.summary()).content(content(call.gives())));
        errors.forEach((status, words) -> responses.addApiResponse(status, error(words)));
        operation.setResponses(responses);
    }

    private static final Map<String, String> QUERY =
            Map.of(
                    CURSOR,
                    "pagination.next of the page before",
                    PER_PAGE,
                    "from 1 to 1000; 100 if not given",
                    "stage",
                    "none, shadow, canary, production or archived",
                    "measure",
                    "a measure that is forecast and stored, such as traffic.vehicle_count",
                    "days",
                    "that end now, from 1 to 28; 7 if not given",
                    "version",
                    "of the model; what people were shown if not given");

    private static final Map<String, String> ERRORS =
            Map.of(
                    "400", "A field is missing or has a value that is not allowed",
                    "401", "Writing needs an API key",
                    "404", "There is no such model, version or file",
                    "409", "What stands there does not allow it; the message says why",
                    "503", "A server that is needed is away");

    private static Content content(String shape) {
        return shape.isEmpty()
                ? new Content()
                        .addMediaType(
                                BYTES,
                                new MediaType().schema(ModelsSchemas.text("").format("binary")))
                : new Content().addMediaType(JSON, new MediaType().schema(ref(shape)));
    }

    private static Schema<?> ref(String shape) {
        return new Schema<>().$ref("#/components/schemas/" + shape);
    }

    private static ApiResponse error(String words) {
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType(JSON, new MediaType().schema(ref("Error"))));
    }
}
