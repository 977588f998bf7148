package town.nagar.forecast.rollout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;

/** Where versions stand and how they do, for Prometheus, as of the latest judgement of them all. */
final class RolloutMeters {
    private final Releases releases;
    private final ChangeLog log;
    private final TrackRecord track;
    private final RolloutSettings settings;
    private final InstantSource clock;
    private final MultiGauge versions;
    private final MultiGauge errors;
    private final MultiGauge baselineErrors;
    private final MultiGauge refusals;
    private final MultiGauge rollbacks;

    RolloutMeters(
            MeterRegistry registry,
            Releases releases,
            ChangeLog log,
            TrackRecord track,
            RolloutSettings settings,
            InstantSource clock) {
        this.releases = releases;
        this.log = log;
        this.track = track;
        this.settings = settings;
        this.clock = clock;
        versions = gauge(registry, "version", "1 for each version in use, by its stage");
        errors = gauge(registry, "version.error", "mean absolute error of a version's window");
        baselineErrors = gauge(registry, "version.baseline.error", "the baseline's beside it");
        refusals =
                gauge(
                        registry,
                        "refusals",
                        "moves refused by the gate or for want of approval so far");
        rollbacks = gauge(registry, "rollbacks", "ways back to an earlier version so far");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String words) {
        return MultiGauge.builder("nagar.forecast." + name).description(words).register(registry);
    }

    /** Shows how all versions of some models stand. */
    void show(List<String> models) {
        List<Row<?>> standing = new ArrayList<>();
        List<Row<?>> own = new ArrayList<>();
        List<Row<?>> beside = new ArrayList<>();
        Instant since = clock.instant().minus(settings.window());
        for (String model : models) {
            for (Release release : releases.list(model)) {
                if (release.stage().answers() || release.stage() == Stage.SHADOW) {
                    Tags tags = tags(model, release);
                    standing.add(Row.of(tags, 1));
                    track.of(model, release.number().toString(), since)
                            .ifPresent(window -> {
                                own.add(Row.of(tags, window.mae()));
                                beside.add(Row.of(tags, window.baselineMae()));
                            });
                }
            }
        }
        versions.register(standing, true);
        errors.register(own, true);
        baselineErrors.register(beside, true);
        refusals.register(counts(models, ChangeLog.REFUSED), true);
        rollbacks.register(counts(models, ChangeLog.ROLLED_BACK), true);
    }

    private static Tags tags(String model, Release release) {
        return Tags.of(
                "model",
                model,
                "version",
                release.number().toString(),
                "stage",
                release.stage().word());
    }

    /** Models that the log tells nothing of have 0, so that a first one is seen as a rise. */
    private List<Row<?>> counts(List<String> models, String what) {
        List<Row<?>> rows = new ArrayList<>();
        for (String model : models) {
            rows.add(Row.of(Tags.of("model", model), log.count(model, what)));
        }
        return rows;
    }
}
