package town.nagar.forecast.registry.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.catalogue.LocalCatalogue;
import town.nagar.forecast.registry.catalogue.MlflowStage;
import town.nagar.forecast.registry.catalogue.RegisteredModel;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tables.Tables;

/** {@code /api/2.0/mlflow/registered-models}. */
@RestController
@RequestMapping(MlflowDialect.PREFIX + "registered-models")
public final class RegisteredModelsRoute {
    private static final int MOST = 1000;

    private final Tables tables;
    private final LocalCatalogue catalogue;
    private final Releases releases;
    private final ChangeLog log;

    public RegisteredModelsRoute(
            Tables tables, LocalCatalogue catalogue, Releases releases, ChangeLog log) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.releases = releases;
        this.log = log;
    }

    private Map<String, Object> answer(RegisteredModel model) {
        return Map.of("registered_model", json(model));
    }

    private Map<String, Object> json(RegisteredModel model) {
        return MlflowJson.model(model, catalogue.listVersions(model.name()));
    }

    @PostMapping("/create")
    Map<String, Object> create(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = ModelNames.model(call.required("name"));
        Map<String, String> tags = call.keyed("tags");
        tags.keySet().forEach(ModelNames::tag);
        return tables.together(() -> {
            RegisteredModel model = catalogue.createModel(name, call.text("description"), tags);
            log.add(call.who(), "model created", name, 0, call.text("description"), Map.of());
            return answer(model);
        });
    }

    @GetMapping("/get")
    Map<String, Object> get(HttpServletRequest request) throws IOException {
        return answer(catalogue.getModel(Call.of(request).required("name")));
    }

    @GetMapping("/search")
    Map<String, Object> search(HttpServletRequest request) throws IOException {
        Search.Page<RegisteredModel> page =
                catalogue.searchModels(ExperimentsRoute.search(Call.of(request), 100, MOST));
        return MlflowJson.page(
                "registered_models", page.rows().stream().map(this::json).toList(), page);
    }

    @RequestMapping(
            path = "/get-latest-versions",
            method = {RequestMethod.GET, RequestMethod.POST})
    Map<String, Object> latest(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        List<MlflowStage> stages = new ArrayList<>();
        call.texts("stages").forEach(word -> stages.add(stage(word)));
        return Map.of(
                "model_versions",
                MlflowJson.latest(
                        catalogue.listVersions(call.required("name")),
                        stages.isEmpty() ? List.of(MlflowStage.values()) : stages));
    }

    static MlflowStage stage(String word) {
        return MlflowStage.find(word)
                .orElseThrow(() ->
                        Call.invalid(
                                "Invalid Model Version stage '%s'; allowed: %s"
                                        .formatted(word, String.join(", ", MlflowStage.words()))));
    }

    @PostMapping("/rename")
    Map<String, Object> rename(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String newName = ModelNames.model(call.required("new_name"));
        return tables.together(() -> {
            tables.lock(name);
            RegisteredModel model = catalogue.rename(name, newName);
            releases.renamed(name, newName, call.who());
            return answer(model);
        });
    }

    @PatchMapping("/update")
    Map<String, Object> update(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        return tables.together(() -> {
            RegisteredModel model = catalogue.describe(name, call.text("description"));
            log.add(call.who(), "described", name, 0, call.text("description"), Map.of());
            return answer(model);
        });
    }

    @DeleteMapping("/delete")
    Map<String, Object> delete(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        return tables.together(() -> {
            tables.lock(name);
            for (Release release : releases.list(name)) {
                releases.deleting(release, call.who());
            }
            catalogue.delete(name);
            log.add(call.who(), "deleted", name, 0, "", Map.of());
            return Map.of();
        });
    }

    @PostMapping("/set-tag")
    Map<String, Object> setTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String key = ModelNames.tag(call.required("key"));
        String value = call.text("value");
        return tables.together(() -> {
            catalogue.tagModel(name, key, value);
            log.add(call.who(), "tag set", name, 0, "", Map.of("key", key, "value", value));
            return Map.of();
        });
    }

    @DeleteMapping("/delete-tag")
    Map<String, Object> deleteTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String key = ModelNames.tag(call.required("key"));
        return tables.together(() -> {
            catalogue.getModel(name);
            catalogue.untagModel(name, key);
            log.add(call.who(), "tag removed", name, 0, "", Map.of("key", key));
            return Map.of();
        });
    }

    @PostMapping("/alias")
    Map<String, Object> setAlias(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String alias = ModelNames.alias(call.required("alias"));
        int version = call.version();
        return tables.together(() -> {
            catalogue.pointAlias(name, alias, version);
            log.add(call.who(), "alias set", name, version, "", Map.of("alias", alias));
            return Map.of();
        });
    }

    @DeleteMapping("/alias")
    Map<String, Object> deleteAlias(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String alias = ModelNames.alias(call.required("alias"));
        return tables.together(() -> {
            catalogue.getModel(name);
            catalogue.removeAlias(name, alias);
            log.add(call.who(), "alias removed", name, 0, "", Map.of("alias", alias));
            return Map.of();
        });
    }

    @GetMapping("/alias")
    Map<String, Object> getAlias(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String alias = call.required("alias");
        Integer version = catalogue.getModel(name).aliases().get(alias);
        if (version == null) {
            throw Call.missing("Registered model alias %s not found.".formatted(alias));
        }
        return Map.of("model_version", MlflowJson.version(catalogue.getVersion(name, version)));
    }
}
