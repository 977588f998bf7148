package town.nagar.forecast.registry.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.catalogue.MlflowStage;
import town.nagar.forecast.registry.catalogue.ModelVersion;
import town.nagar.forecast.registry.catalogue.NewVersion;
import town.nagar.forecast.registry.release.ReleaseRows.Row;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.kit.http.ApiException;

/**
 * The versions of the catalogue with what is ours.
 *
 * <p>A version that came into the catalogue by another way, such as MLflow's own client, is taken
 * up when it is first looked at.
 */
public final class Releases {
    /** The tag that tells MLflow's users a version's semantic number. */
    private static final String NUMBER_TAG = "nagar.semantic_version";

    private final Tables tables;
    private final Catalogue catalogue;
    private final ChangeLog log;
    private final ReleaseRows rows;

    public Releases(Tables tables, Catalogue catalogue, ChangeLog log) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.log = log;
        this.rows = new ReleaseRows(tables);
    }

    /**
     * Registers a version in stage none.
     *
     * @param who registers it
     * @throws ApiException 404 if there is no such model
     */
    public Release register(NewRelease fresh, String who) {
        return tables.together(() -> {
            tables.lock(fresh.model());
            List<Release> before = takeUp(fresh.model());
            SemanticVersion number = next(fresh.lineage(), before);
            Map<String, String> tags = new TreeMap<>(fresh.lineage().tags());
            tags.put(NUMBER_TAG, number.toString());
            ModelVersion version =
                    catalogue.createVersion(
                            new NewVersion(
                                    fresh.model(),
                                    fresh.source(),
                                    fresh.runId(),
                                    "",
                                    fresh.description(),
                                    tags,
                                    who));
            keep(version, number, fresh.lineage(), who);
            return new Release(version, number, Stage.NONE, fresh.lineage(), 0);
        });
    }

    private Row keep(ModelVersion version, SemanticVersion number, Lineage lineage, String who) {
        Row row = new Row(version.version(), number, Stage.NONE, lineage, 0);
        rows.insert(version.name(), row);
        log.add(
                who,
                "registered",
                version.name(),
                version.version(),
                version.description(),
                Map.of("number", number.toString(), "source", version.source()));
        return row;
    }

    private static SemanticVersion next(Lineage lineage, List<Release> before) {
        Optional<Release> highest = before.stream().max(Comparator.comparing(Release::number));
        Optional<Release> parent =
                before.stream()
                        .filter(one -> one.number().toString().equals(lineage.parentVersion()))
                        .findFirst();
        return highest.map(top ->
                        SemanticVersion.after(top.number(), parent.orElse(top).lineage(), lineage))
                .orElse(SemanticVersion.FIRST);
    }

    /** All versions of a model, the oldest first. */
    public List<Release> list(String model) {
        return tables.together(() -> {
            tables.lock(model);
            return takeUp(model);
        });
    }

    /** The catalogue's versions; those that are new to us get a row, call under the lock. */
    List<Release> takeUp(String model) {
        Map<Integer, Row> known = rows.of(model);
        List<ModelVersion> versions = catalogue.listVersions(model);
        int serving = newestInProduction(versions);
        List<Release> releases = new ArrayList<>();
        for (ModelVersion version : versions) {
            Row row =
                    Optional.ofNullable(known.get(version.version()))
                            .orElseGet(() -> takeUp(version, releases));
            releases.add(follow(version, row, serving));
        }
        return releases;
    }

    private static int newestInProduction(List<ModelVersion> versions) {
        return versions.stream()
                .filter(version -> version.stage() == Stage.PRODUCTION.mlflow())
                .mapToInt(ModelVersion::version)
                .max()
                .orElse(0);
    }

    private Row takeUp(ModelVersion version, List<Release> before) {
        Lineage lineage = Lineage.of(version.tags(), catalogue.parameters(version.runId()));
        SemanticVersion number = next(lineage, before);
        catalogue.tag(version.name(), version.version(), NUMBER_TAG, number.toString());
        return keep(version, number, lineage, version.user().isEmpty() ? "mlflow" : version.user());
    }

    /**
     * Follows and tells of a version that was moved on a server of its own, past us.
     *
     * @param serving where a server has several in production, the one that counts
     */
    private Release follow(ModelVersion version, Row row, int serving) {
        boolean superseded =
                version.stage() == Stage.PRODUCTION.mlflow() && version.version() != serving;
        MlflowStage told = superseded ? MlflowStage.ARCHIVED : version.stage();
        Stage stage = row.stage().mlflow() == told ? row.stage() : Stage.of(told);
        if (stage != row.stage()) {
            if (stage == Stage.PRODUCTION) {
                rows.vacate(version.name(), stage);
            }
            rows.setStage(version.name(), version.version(), stage);
            log.add(
                    "mlflow",
                    "moved elsewhere",
                    version.name(),
                    version.version(),
                    "",
                    Map.of("from", row.stage().word(), "to", stage.word()));
        }
        return new Release(version, row.number(), stage, row.lineage(), row.replaced());
    }

    /**
     * One version.
     *
     * @param version its semantic number, or the catalogue's
     * @throws ApiException 404 if there is none
     */
    public Release get(String model, String version) {
        return list(model).stream()
                .filter(one ->
                        one.number().toString().equals(version)
                                || Integer.toString(one.version().version()).equals(version))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("version of " + model, version));
    }

    /** The version of a model that stands in a stage that only one can stand in. */
    public Optional<Release> find(String model, Stage stage) {
        return list(model).stream().filter(one -> one.stage() == stage).findFirst();
    }

    /**
     * Records how a version did, until it answers calls.
     *
     * @throws ApiException 409 if it does already
     */
    public void recordEvidence(String model, String version, WalkForward evidence, String who) {
        Release release = get(model, version);
        tables.together(() -> {
            tables.lock(model);
            if (release.stage().answers()) {
                throw conflict(
                        "IN_SERVICE",
                        "Version %s is in stage %s; its evidence stays as it was"
                                .formatted(release.number(), release.stage().word()));
            }
            int number = release.version().version();
            rows.setEvidence(model, number, evidence);
            log.add(who, "evidence recorded", model, number, "", Map.of("evidence", evidence));
            return number;
        });
    }

    static ApiException conflict(String code, String message) {
        return new ApiException(409, code, message, Map.of(), Map.of());
    }

    /** How a version did, if that is recorded. */
    public Optional<WalkForward> findEvidence(Release release) {
        return rows.findEvidence(release.version().name(), release.version().version());
    }

    /** What the gate has against a version. */
    public List<Objection> objections(Release release) {
        return findEvidence(release).map(Gate::judge).orElseGet(Gate::judgeUnproven);
    }

    /** Notes that the catalogue gave a model another name. */
    public void renamed(String model, String newName, String who) {
        rows.rename(model, newName);
        log.add(who, "renamed", model, 0, "", Map.of("to", newName));
        log.add(who, "renamed", newName, 0, "", Map.of("from", model));
    }

    /**
     * Notes that the catalogue is to lose a version.
     *
     * @throws ApiException 409 if it answers calls
     */
    public void deleting(Release release, String who) {
        if (release.stage().answers()) {
            throw conflict(
                    "IN_SERVICE",
                    "Version %s is in stage %s; archive it first"
                            .formatted(release.number(), release.stage().word()));
        }
        rows.delete(release.version().name(), release.version().version());
        log.add(
                who,
                "deleted",
                release.version().name(),
                release.version().version(),
                "",
                Map.of());
    }
}
