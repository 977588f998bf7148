package town.nagar.forecast.rollout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.registry.models.RolloutView;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.ChangeLog.Standing;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Stage;

/** Where versions are on their way, and how each has done on the same times. */
final class Way implements RolloutView {
    private final ChangeLog log;
    private final TrackRecord track;
    private final RolloutSettings settings;
    private final InstantSource clock;

    Way(ChangeLog log, TrackRecord track, RolloutSettings settings, InstantSource clock) {
        this.log = log;
        this.track = track;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(String model, List<Release> releases) {
        Map<String, Object> way = new LinkedHashMap<>();
        way.put("canary_share", share(releases));
        way.put("split_by", settings.splitBy().name().toLowerCase(Locale.ROOT));
        way.put("approval", settings.approval().name().toLowerCase(Locale.ROOT));
        Instant since = clock.instant().minus(settings.window());
        way.put("since", since.toString());
        List<Object> records = new ArrayList<>();
        releases.stream()
                .filter(one -> one.stage().answers() || one.stage() == Stage.SHADOW)
                .forEach(one -> records.add(record(one, since)));
        way.put("track_records", records);
        return way;
    }

    private double share(List<Release> releases) {
        return releases.stream()
                .filter(one -> one.stage() == Stage.CANARY)
                .mapToDouble(one ->
                        standing(one).widened() ? settings.splitShare() : settings.canaryShare())
                .findFirst()
                .orElse(0);
    }

    private Standing standing(Release release) {
        return log.standing(release.version().name(), release.version().version());
    }

    private Map<String, Object> record(Release release, Instant since) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("version", release.number().toString());
        record.put("stage", release.stage().word());
        record.put("stands_since", standing(release).since().toString());
        track.of(release.version().name(), release.number().toString(), since)
                .ifPresent(window -> {
                    record.put("truths", window.truths());
                    record.put("origins", window.origins());
                    record.put("mae", window.mae());
                    record.put("baseline_mae", window.baselineMae());
                    record.put("covered80_percent", window.covered80Percent());
                    record.put("covered95_percent", window.covered95Percent());
                });
        return record;
    }
}
