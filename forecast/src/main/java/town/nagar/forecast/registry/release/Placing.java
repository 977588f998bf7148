package town.nagar.forecast.registry.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.tables.Tables;

/**
 * Puts versions into stages, in our tables and in the catalogue, and tells the log. One version at
 * a time is canary, one in production: who comes sends the other to the archive.
 */
final class Placing {
    private static final String STAGE_TAG = "nagar.stage";
    private static final String MOVED = "moved";

    private final Catalogue catalogue;
    private final Releases releases;
    private final ReleaseRows rows;
    private final ChangeLog log;

    Placing(Tables tables, Catalogue catalogue, Releases releases, ChangeLog log) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.rows = new ReleaseRows(tables);
        this.log = log;
    }

    /** Moves a version to a stage; gives it as it stands then. */
    Release move(Release release, Stage stage, String who, String why) {
        int replaced = makeRoom(release, stage, who, why);
        place(release, stage);
        if (stage == Stage.PRODUCTION) {
            rows.setReplaced(release.version().name(), release.version().version(), replaced);
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", release.stage().word());
        detail.put("to", stage.word());
        detail.put("replaced", replaced);
        note(release, MOVED, who, why, detail);
        return again(release);
    }

    /** Archives the version whose place is wanted; gives its number, 0 for none. */
    private int makeRoom(Release release, Stage stage, String who, String why) {
        Optional<Release> other =
                stage.answers() ? releases.find(release.version().name(), stage) : Optional.empty();
        other.ifPresent(one -> {
            place(one, Stage.ARCHIVED);
            note(
                    one,
                    MOVED,
                    who,
                    why,
                    Map.of(
                            "from",
                            stage.word(),
                            "to",
                            Stage.ARCHIVED.word(),
                            "replaced_by",
                            release.version().version()));
        });
        return other.map(one -> one.version().version()).orElse(0);
    }

    /** Puts an earlier version into the place of the one in production; gives it as it stands. */
    Release back(Release current, Release earlier, String who, String why) {
        place(current, Stage.ARCHIVED);
        place(earlier, Stage.PRODUCTION);
        note(
                earlier,
                ChangeLog.ROLLED_BACK,
                who,
                why,
                Map.of("from", current.version().version(), "to", earlier.version().version()));
        return again(earlier);
    }

    private void place(Release release, Stage stage) {
        String model = release.version().name();
        int version = release.version().version();
        rows.setStage(model, version, stage);
        catalogue.move(model, version, stage.mlflow());
        catalogue.tag(model, version, STAGE_TAG, stage.word());
        if (release.stage().answers()) {
            catalogue.removeAlias(model, release.stage().word());
        }
        if (stage.answers()) {
            catalogue.pointAlias(model, stage.word(), version);
        }
    }

    /** Tells the log of a version. */
    void note(Release release, String what, String who, String why, Map<String, ?> detail) {
        log.add(who, what, release.version().name(), release.version().version(), why, detail);
    }

    private Release again(Release release) {
        return releases.get(
                release.version().name(), Integer.toString(release.version().version()));
    }
}
