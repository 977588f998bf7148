package town.nagar.forecast.registry.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.registry.catalogue.LocalCatalogue;
import town.nagar.forecast.registry.catalogue.MlflowStage;
import town.nagar.forecast.registry.catalogue.ModelVersion;
import town.nagar.forecast.registry.catalogue.NewVersion;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.tables.Tables;

/** {@code /api/2.0/mlflow/model-versions}; what moves here passes the same gate as elsewhere. */
@RestController
@RequestMapping(MlflowDialect.PREFIX + "model-versions")
public final class ModelVersionsRoute {
    private static final int MOST = 200_000;
    private static final String BY_MLFLOW = "moved by MLflow's API";

    private final Tables tables;
    private final LocalCatalogue catalogue;
    private final Releases releases;
    private final Promotions promotions;
    private final ChangeLog log;

    public ModelVersionsRoute(
            Tables tables,
            LocalCatalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.releases = releases;
        this.promotions = promotions;
        this.log = log;
    }

    private static Map<String, Object> answer(ModelVersion version) {
        return Map.of("model_version", MlflowJson.version(version));
    }

    @PostMapping("/create")
    Map<String, Object> create(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        NewVersion fresh =
                new NewVersion(
                        call.required("name"),
                        call.required("source"),
                        call.text("run_id"),
                        call.text("run_link"),
                        call.text("description"),
                        ModelNames.tagsOfVersion(call.keyed("tags")),
                        call.who());
        return tables.together(() -> {
            int number = catalogue.createVersion(fresh).version();
            releases.get(fresh.name(), Integer.toString(number)); // takes it up
            return answer(catalogue.getVersion(fresh.name(), number));
        });
    }

    @GetMapping("/get")
    Map<String, Object> get(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        return answer(catalogue.getVersion(call.required("name"), call.version()));
    }

    @GetMapping("/search")
    Map<String, Object> search(HttpServletRequest request) throws IOException {
        Search.Page<ModelVersion> page =
                catalogue.searchVersions(ExperimentsRoute.search(Call.of(request), MOST, MOST));
        return MlflowJson.page(
                "model_versions", page.rows().stream().map(MlflowJson::version).toList(), page);
    }

    @GetMapping("/get-download-uri")
    Map<String, Object> downloadUri(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        ModelVersion version = catalogue.getVersion(call.required("name"), call.version());
        return Map.of("artifact_uri", version.source());
    }

    /** Staging means shadow, unless the version is canary already. */
    @PostMapping("/transition-stage")
    Map<String, Object> transition(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        String number = Integer.toString(call.version());
        MlflowStage wanted = RegisteredModelsRoute.stage(call.required("stage"));
        catalogue.getVersion(name, call.version());
        Release release = releases.get(name, number);
        if (release.stage().mlflow() != wanted) {
            promotions.move(name, number, Stage.of(wanted), call.who(), BY_MLFLOW);
        }
        if (call.flag("archive_existing_versions")) {
            archiveOthers(release, wanted, call.who());
        }
        return answer(catalogue.getVersion(name, call.version()));
    }

    private void archiveOthers(Release kept, MlflowStage stage, String who) {
        for (Release other : releases.list(kept.version().name())) {
            int number = other.version().version();
            if (other.version().stage() == stage && number != kept.version().version()) {
                promotions.move(
                        other.version().name(),
                        Integer.toString(number),
                        Stage.ARCHIVED,
                        who,
                        BY_MLFLOW);
            }
        }
    }

    @PatchMapping("/update")
    Map<String, Object> update(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        int version = call.version();
        return tables.together(() -> {
            ModelVersion described = catalogue.describe(name, version, call.text("description"));
            log.add(call.who(), "described", name, version, call.text("description"), Map.of());
            return answer(described);
        });
    }

    @DeleteMapping("/delete")
    Map<String, Object> delete(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        int version = call.version();
        return tables.together(() -> {
            tables.lock(name);
            catalogue.getVersion(name, version);
            releases.deleting(releases.get(name, Integer.toString(version)), call.who());
            catalogue.deleteVersion(name, version);
            return Map.of();
        });
    }

    @PostMapping("/set-tag")
    Map<String, Object> setTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        int version = call.version();
        String key = ModelNames.tag(call.required("key"));
        String value = call.text("value");
        return tables.together(() -> {
            catalogue.tag(name, version, key, value);
            log.add(call.who(), "tag set", name, version, "", Map.of("key", key, "value", value));
            return Map.of();
        });
    }

    @DeleteMapping("/delete-tag")
    Map<String, Object> deleteTag(HttpServletRequest request) throws IOException {
        Call call = Call.of(request);
        String name = call.required("name");
        int version = call.version();
        String key = ModelNames.tag(call.required("key"));
        return tables.together(() -> {
            catalogue.getVersion(name, version);
            catalogue.untag(name, version, key);
            log.add(call.who(), "tag removed", name, version, "", Map.of("key", key));
            return Map.of();
        });
    }
}
