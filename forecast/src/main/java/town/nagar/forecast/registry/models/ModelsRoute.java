package town.nagar.forecast.registry.models;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.catalogue.RegisteredModel;
import town.nagar.forecast.registry.release.Change;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.kit.keys.Caller;

/** {@code /v1/models}: which models there are, what is in service, what changed. */
@RestController
public final class ModelsRoute {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,249}");
    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");

    private final Tables tables;
    private final Catalogue catalogue;
    private final Releases releases;
    private final Promotions promotions;
    private final ChangeLog log;
    private final RolloutView rollout;

    public ModelsRoute(
            Tables tables,
            Catalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            RolloutView rollout) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.releases = releases;
        this.promotions = promotions;
        this.log = log;
        this.rollout = rollout;
    }

    @GetMapping("/v1/models")
    Map<String, Object> list(HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "per_page");
        int most = query.integer("per_page", 100, 1, 1000);
        String after = query.find("cursor").orElse("");
        List<RegisteredModel> rest =
                catalogue.listModels().stream()
                        .filter(model -> model.name().compareTo(after) > 0)
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList();
        List<RegisteredModel> page = rest.subList(0, Math.min(most, rest.size()));
        return ModelsJson.page(
                page.stream().map(this::json).toList(),
                rest.size() > most ? page.getLast().name() : "");
    }

    private Map<String, @Nullable Object> json(RegisteredModel model) {
        return ModelsJson.model(model, releases.list(model.name()));
    }

    /** A model to be registered. */
    private record NewModel(@Nullable String name, @Nullable String description) {}

    @PostMapping(path = "/v1/models", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> create(@RequestBody byte[] body, HttpServletRequest request) {
        NewModel fresh = Body.read(body, NewModel.class);
        String name = Body.required("name", fresh.name());
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalidParameter(
                    "name", name, "up to 250 letters, digits, . _ -, the first a letter or digit");
        }
        String description = Body.text(fresh.description());
        return tables.together(() -> {
            RegisteredModel model = catalogue.createModel(name, description, Map.of());
            log.add(Caller.of(request).name(), "model created", name, 0, description, Map.of());
            return json(model);
        });
    }

    @GetMapping("/v1/models/{name}")
    Map<String, @Nullable Object> get(@PathVariable String name, HttpServletRequest request) {
        Query.of(request);
        List<Release> all = releases.list(name);
        Map<String, @Nullable Object> json = ModelsJson.model(catalogue.getModel(name), all);
        Map<String, Object> way = rollout.of(name, all);
        if (!way.isEmpty()) {
            json.put("rollout", way);
        }
        return json;
    }

    /** Why something is done. */
    private record Reason(@Nullable String reason) {}

    @PostMapping(path = "/v1/models/{name}/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> rollBack(
            @PathVariable String name, @RequestBody byte[] body, HttpServletRequest request) {
        String why = Body.required("reason", Body.read(body, Reason.class).reason());
        return ModelsJson.version(promotions.rollBack(name, Caller.of(request).name(), why));
    }

    @GetMapping("/v1/models/{name}/changes")
    Map<String, Object> changes(@PathVariable String name, HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "per_page");
        int most = query.integer("per_page", 100, 1, 1000);
        String cursor = query.find("cursor").orElse(Long.toString(Long.MAX_VALUE / 10));
        if (!CURSOR.matcher(cursor).matches()) {
            throw ApiException.invalidParameter("cursor", cursor, "of the page before");
        }
        List<Change> found = log.list(name, Long.parseLong(cursor), most + 1);
        List<Change> page = found.subList(0, Math.min(most, found.size()));
        return ModelsJson.page(
                page.stream().map(ModelsJson::change).toList(),
                found.size() > most ? Long.toString(page.getLast().id()) : "");
    }
}
