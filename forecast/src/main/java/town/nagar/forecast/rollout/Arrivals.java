package town.nagar.forecast.rollout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import town.nagar.forecast.artifact.ModelZip;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Lineage;
import town.nagar.forecast.registry.release.NewRelease;
import town.nagar.forecast.registry.release.Objection;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.registry.tracking.RunLog;
import town.nagar.forecast.training.FoldErrors;
import town.nagar.forecast.training.Trained;
import town.nagar.kit.http.ApiException;

/**
 * Registers what was trained and puts it at the beginning of its way.
 *
 * <p>Where nothing speaks yet the best seasonal baseline goes into production first, as a version
 * like any other; the model takes its place at once if it passes the gate, and waits in shadow if
 * not.
 */
final class Arrivals implements NewVersions {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int NOT_FOUND = 404;
    private static final String REFUSED = "PROMOTION_REFUSED";
    private static final String KIND = "model";

    private final Catalogue catalogue;
    private final Releases releases;
    private final Promotions promotions;
    private final ChangeLog log;
    private final Artifacts artifacts;
    private final RunLog runs;
    private final int mostInShadow;
    private final Runnable moved;

    /**
     * An entrance.
     *
     * @param moved is told when versions have moved
     */
    Arrivals(
            Catalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            Artifacts artifacts,
            RunLog runs,
            int mostInShadow,
            Runnable moved) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.promotions = promotions;
        this.log = log;
        this.artifacts = artifacts;
        this.runs = runs;
        this.mostInShadow = mostInShadow;
        this.moved = moved;
    }

    @Override
    public String offer(Trained trained, String who, String why) throws IOException {
        try {
            String name = trained.model().provenance().name();
            makeModel(name, who);
            Optional<Release> speaking = releases.find(name, Stage.PRODUCTION);
            Release release =
                    speaking.isEmpty()
                            ? begin(trained, who, why)
                            : follow(trained, speaking.get(), who, why);
            moved.run();
            return release.number().toString();
        } catch (ApiException | NestedRuntimeException e) {
            throw new IOException("the version is not registered: " + e.getMessage(), e);
        }
    }

    private void makeModel(String name, String who) {
        try {
            catalogue.getModel(name);
        } catch (ApiException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            catalogue.createModel(name, "Forecasts of " + name, Map.of());
            log.add(who, "model created", name, 0, "", Map.of());
        }
    }

    /** Both are registered before either moves, so that a failure in between leaves no half way. */
    private Release begin(Trained trained, String who, String why) throws IOException {
        Release baseline = register(trained.baseline(), trained.baselineErrors(), "", who, why);
        String first = baseline.number().toString();
        Release fresh =
                trained.isBaseline()
                        ? baseline
                        : register(trained.model(), trained.errors(), first, who, why);
        Release speaking =
                promotions.letInBaseline(
                        name(baseline),
                        first,
                        who,
                        "nothing speaks yet: %s, the best seasonal baseline of the folds"
                                .formatted(trained.baseline().provenance().model()));
        return trained.isBaseline() ? speaking : takeOver(fresh, who, why);
    }

    private Release takeOver(Release fresh, String who, String why) {
        try {
            return promotions.advance(
                    name(fresh),
                    fresh.number().toString(),
                    Stage.PRODUCTION,
                    who,
                    "only a baseline speaks yet");
        } catch (ApiException e) {
            if (!e.code().equals(REFUSED)) {
                throw e;
            }
            return intoShadow(fresh, who, why);
        }
    }

    private Release follow(Trained trained, Release speaking, String who, String why)
            throws IOException {
        String parent = speaking.number().toString();
        Release fresh = register(trained.model(), trained.errors(), parent, who, why);
        makeRoomInShadow(name(fresh), who);
        return intoShadow(fresh, who, why);
    }

    private Release intoShadow(Release fresh, String who, String why) {
        List<String> objections =
                releases.objections(fresh).stream().map(Objection::sentence).toList();
        if (!objections.isEmpty()) {
            log.add(
                    who,
                    "waits in shadow",
                    name(fresh),
                    fresh.version().version(),
                    "the gate has something against it: " + objections.getFirst(),
                    Map.of("objections", objections));
        }
        LOG.info(
                "version in shadow name={} version={} objections={}",
                name(fresh),
                fresh.number(),
                objections.size());
        return promotions.move(name(fresh), fresh.number().toString(), Stage.SHADOW, who, why);
    }

    /**
     * Archives who must give way: a version that the gate has something against, the oldest first,
     * and else the newest, so that the one that has shown most may end its time.
     */
    private void makeRoomInShadow(String model, String who) {
        List<Release> shadows =
                new ArrayList<>(
                        releases.list(model).stream()
                                .filter(one -> one.stage() == Stage.SHADOW)
                                .sorted(Comparator.comparing(Release::number))
                                .toList());
        while (shadows.size() >= mostInShadow) {
            Release leaving =
                    shadows.stream()
                            .filter(one -> !releases.objections(one).isEmpty())
                            .findFirst()
                            .orElse(shadows.getLast());
            shadows.remove(leaving);
            promotions.move(
                    model,
                    leaving.number().toString(),
                    Stage.ARCHIVED,
                    who,
                    "a newer version needs its place in shadow");
        }
    }

    private static String name(Release release) {
        return release.version().name();
    }

    private Release register(
            SavedModel saved, FoldErrors errors, String parent, String who, String why)
            throws IOException {
        Provenance about = saved.provenance();
        String source = artifacts.put(about.name(), ModelZip.pack(saved));
        Map<String, String> parameters = parameters(about);
        String run =
                runs.add(
                        new RunLog.Done(
                                about.name(),
                                about.model(),
                                who,
                                parameters,
                                metrics(about),
                                Map.of(
                                        "nagar.why", why,
                                        "nagar.data_from", about.from(),
                                        "nagar.data_until", about.until(),
                                        "nagar.data_hash", about.dataSha256())));
        Release release =
                releases.register(
                        new NewRelease(
                                about.name(),
                                source,
                                run,
                                "%s, learnt from %s to %s: %s"
                                        .formatted(about.model(), about.from(), about.until(), why),
                                new Lineage(
                                        about.dataSha256(),
                                        about.featureSet(),
                                        parameters,
                                        about.codeVersion(),
                                        parent)),
                        who);
        Optional<WalkForward> evidence = Proof.of(errors, about.seed());
        if (evidence.isPresent()) {
            releases.recordEvidence(about.name(), release.number().toString(), evidence.get(), who);
        }
        return release;
    }

    private static Map<String, String> parameters(Provenance about) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put(KIND, about.model());
        parameters.put("horizon_steps", Integer.toString(about.horizonSteps()));
        parameters.put("seed", Long.toString(about.seed()));
        parameters.put("taste", about.parameters().toString());
        return parameters;
    }

    private static Map<String, Double> metrics(Provenance about) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        about.score().forEach((key, value) -> metrics.put(key, number(value)));
        about.baselineScore()
                .forEach((key, value) -> metrics.put("baseline_" + key, number(value)));
        metrics.values().removeIf(value -> !Double.isFinite(value));
        return metrics;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
