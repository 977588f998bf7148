package town.nagar.forecast.registry.models;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.release.Lineage;
import town.nagar.forecast.registry.release.NewRelease;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.kit.keys.Caller;

/** {@code /v1/models/{name}/versions}: a version's life, from its file to its end. */
@RestController
@RequestMapping("/v1/models/{name}")
public final class VersionsRoute {
    private static final int MOST_BYTES = 64 << 20;

    private final Releases releases;
    private final Promotions promotions;
    private final Artifacts artifacts;

    public VersionsRoute(Releases releases, Promotions promotions, Artifacts artifacts) {
        this.releases = releases;
        this.promotions = promotions;
        this.artifacts = artifacts;
    }

    @PostMapping(path = "/artifacts", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> keep(@PathVariable String name, HttpServletRequest request)
            throws IOException {
        releases.list(name); // 404 if there is no such model
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ApiException(
                    413, "FILE_TOO_LARGE", "A model file has at most 64 MiB", Map.of(), Map.of());
        }
        return Map.of(
                "source", artifacts.put(name, bytes),
                "sha256", Artifacts.hash(bytes),
                "bytes", bytes.length);
    }

    @GetMapping("/versions")
    Map<String, Object> list(@PathVariable String name, HttpServletRequest request) {
        Query query = Query.of(request, "stage");
        Optional<Stage> stage = query.find("stage").map(VersionsRoute::stage);
        return ModelsJson.page(
                releases.list(name).stream()
                        .filter(one -> stage.isEmpty() || one.stage() == stage.get())
                        .map(ModelsJson::version)
                        .toList(),
                "");
    }

    private static Stage stage(String word) {
        return Stage.find(word)
                .orElseThrow(() ->
                        ApiException.invalidParameter(
                                "stage",
                                word,
                                Arrays.stream(Stage.values()).map(Stage::word).toList()));
    }

    /** A version to be registered. */
    private record Fresh(
            @Nullable String source,
            @Nullable String runId,
            @Nullable String description,
            @Nullable String dataHash,
            @Nullable String featureSet,
            @Nullable Map<String, String> parameters,
            @Nullable String codeVersion,
            @Nullable String parentVersion,
            @Nullable WalkForward evidence) {

        private NewRelease release(String model) {
            return new NewRelease(
                    model,
                    Body.required("source", source),
                    Body.text(runId),
                    Body.text(description),
                    new Lineage(
                            Body.required("data_hash", dataHash),
                            Body.required("feature_set", featureSet),
                            Optional.ofNullable(parameters).orElse(Map.of()),
                            Body.required("code_version", codeVersion),
                            Body.text(parentVersion)));
        }
    }

    @PostMapping(path = "/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> register(
            @PathVariable String name, @RequestBody byte[] body, HttpServletRequest request) {
        Fresh fresh = Body.read(body, Fresh.class);
        String who = Caller.of(request).name();
        Release release = releases.register(fresh.release(name), who);
        Optional.ofNullable(fresh.evidence())
                .ifPresent(evidence ->
                        releases.recordEvidence(name, release.number().toString(), evidence, who));
        return whole(release);
    }

    private Map<String, Object> whole(Release release) {
        Map<String, Object> json = ModelsJson.version(release);
        releases.findEvidence(release).ifPresent(evidence -> json.put("evidence", evidence));
        json.put("gate", ModelsJson.gate(releases.objections(release)));
        json.put("approved", promotions.isApproved(release));
        return json;
    }

    @GetMapping("/versions/{version}")
    Map<String, Object> get(
            @PathVariable String name, @PathVariable String version, HttpServletRequest request) {
        Query.of(request);
        return whole(releases.get(name, version));
    }

    @GetMapping(
            path = "/versions/{version}/artifact",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] artifact(@PathVariable String name, @PathVariable String version) {
        return artifacts.get(releases.get(name, version).version().source());
    }

    @PutMapping(path = "/versions/{version}/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> prove(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        WalkForward evidence = Body.read(body, WalkForward.class);
        releases.recordEvidence(name, version, evidence, Caller.of(request).name());
        return whole(releases.get(name, version));
    }

    /** What a person wants, and why. */
    private record Wish(@Nullable String stage, @Nullable String reason) {}

    @PostMapping(path = "/versions/{version}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> approve(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        String why = Body.required("reason", Body.read(body, Wish.class).reason());
        return whole(promotions.approve(name, version, Caller.of(request).name(), why));
    }

    @PostMapping(path = "/versions/{version}/stage", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> move(
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        Wish wish = Body.read(body, Wish.class);
        Stage stage = stage(Body.required("stage", wish.stage()));
        String why = Body.required("reason", wish.reason());
        return whole(promotions.promote(name, version, stage, Caller.of(request).name(), why));
    }
}
