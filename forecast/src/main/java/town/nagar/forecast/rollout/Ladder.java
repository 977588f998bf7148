package town.nagar.forecast.rollout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.monitoring.TrackRecord.Window;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.ChangeLog.Standing;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.RolloutSettings.Approval;

/**
 * Leads versions from shadow to canary to production by what they said once the truth was known,
 * and back again; each step is in the registry's log with its figures. One thread.
 */
final class Ladder {
    private static final Logger LOG = LoggerFactory.getLogger(Ladder.class);

    /** Who moves, in the log. */
    static final String WHO = "rollout";

    private static final String READY = "ready for production";
    private static final String STAYS = "stays in production";

    private final Releases releases;
    private final Promotions promotions;
    private final ChangeLog log;
    private final TrackRecord track;
    private final RolloutSettings settings;
    private final InstantSource clock;
    private final Strikes strikes = new Strikes();

    Ladder(
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            TrackRecord track,
            RolloutSettings settings,
            InstantSource clock) {
        this.releases = releases;
        this.promotions = promotions;
        this.log = log;
        this.track = track;
        this.settings = settings;
        this.clock = clock;
    }

    /** Moves at most one version of a model by one step. */
    void check(String model) {
        List<Release> all = releases.list(model);
        Optional<Release> speaking = standingIn(all, Stage.PRODUCTION).findFirst();
        if (speaking.isEmpty() || isRolledBack(speaking.get(), all)) {
            return; // the first of a name comes by another way
        }
        Optional<Release> canary = standingIn(all, Stage.CANARY).findFirst();
        if (canary.isPresent()) {
            climb(canary.get(), speaking.get());
            return;
        }
        var _ =
                standingIn(all, Stage.SHADOW)
                        .sorted(Comparator.comparing(Release::number))
                        .filter(one -> isDue(one, settings.shadowPeriod()))
                        .filter(one -> releases.objections(one).isEmpty())
                        .anyMatch(one -> leavesShadow(one, speaking.get()));
    }

    private static Stream<Release> standingIn(List<Release> all, Stage stage) {
        return all.stream().filter(one -> one.stage() == stage);
    }

    private Standing standing(Release release) {
        return log.standing(release.version().name(), release.version().version());
    }

    private boolean isDue(Release release, Duration period) {
        return !standing(release).since().plus(period).isAfter(clock.instant());
    }

    /** A version's record, if it says enough. */
    private Optional<Window> record(Release release, Instant since) {
        return track.of(release.version().name(), release.number().toString(), since)
                .filter(window ->
                        window.truths() >= settings.leastTruths()
                                && window.origins() >= settings.leastOrigins());
    }

    private Optional<Comparison> compare(Release release, Release other, Instant since) {
        return record(release, since)
                .flatMap(own -> record(other, since).map(with -> new Comparison(own, with)));
    }

    private static String words(Comparison compared, Release release, Release other) {
        return compared.sentence(release.number().toString(), other.number().toString());
    }

    /** Whether it went up or was refused, as long as enough is known to tell. */
    private boolean leavesShadow(Release shadow, Release speaking) {
        Optional<Comparison> compared = compare(shadow, speaking, standing(shadow).since());
        compared.ifPresent(known -> {
            String why = words(known, shadow, speaking);
            if (known.isNoWorse()) {
                advance(shadow, Stage.CANARY, why);
            } else {
                refuse(shadow, why);
            }
        });
        return compared.isPresent();
    }

    private void climb(Release canary, Release speaking) {
        Standing standing = standing(canary);
        Optional<Comparison> compared = compare(canary, speaking, standing.since());
        if (compared.isEmpty()) {
            return;
        }
        String why = words(compared.get(), canary, speaking);
        if (isStruckOut(canary, compared.get())) {
            refuse(canary, why);
            return;
        }
        Duration period = standing.widened() ? settings.splitPeriod() : settings.canaryPeriod();
        if (!isDue(canary, period)) {
            return;
        }
        if (!compared.get().isNoWorse()) {
            refuse(canary, why);
        } else if (!standing.widened() && settings.splitPeriod().isPositive()) {
            tell(canary, ChangeLog.WIDENED, why, Map.of("share", settings.splitShare()));
        } else if (settings.approval() == Approval.AUTOMATIC || promotions.isApproved(canary)) {
            advance(canary, Stage.PRODUCTION, why);
        } else {
            tellOnce(canary, READY, standing.since(), why + "; a person has to approve");
        }
    }

    private boolean isStruckOut(Release release, Comparison compared) {
        String key = release.version().name() + " " + release.number();
        if (compared.isWorseBy(settings.marginPercent())) {
            return strikes.add(key, compared.own().truths()) >= settings.strikes();
        }
        if (!compared.isWorseBy(0)) { // in between it is neither well nor worse
            strikes.clear(key);
        }
        return false;
    }

    private boolean isRolledBack(Release speaking, List<Release> all) {
        Instant entered = standing(speaking).since();
        Instant from = clock.instant().minus(settings.window());
        Instant since = entered.isAfter(from) ? entered : from;
        Optional<Window> own = record(speaking, since);
        if (own.isEmpty()) {
            return false;
        }
        Optional<Release> before = before(speaking, all);
        Optional<Window> beforeDid = before.flatMap(one -> record(one, since));
        Comparison compared = new Comparison(own.get(), beforeDid.orElse(own.get()));
        if (!isStruckOut(speaking, compared)) {
            return false;
        }
        String did = Comparison.sentence(speaking.number().toString(), own.get());
        String why = beforeDid.isPresent() ? words(compared, speaking, before.orElseThrow()) : did;
        Optional<Release> target = target(compared, before, all);
        if (target.isEmpty()) {
            tellOnce(speaking, STAYS, entered, why + "; there is no version to go back to");
            return false;
        }
        goBack(speaking, target.get(), why);
        return true;
    }

    private void goBack(Release from, Release to, String why) {
        promotions.rollBackTo(from.version().name(), to.number().toString(), WHO, why);
        told(to, "rolled back from " + from.number(), why);
    }

    private static Optional<Release> before(Release release, List<Release> all) {
        return all.stream()
                .filter(one -> one.version().version() == release.replaced())
                .findFirst();
    }

    /** The version before, or the one before that where it is known to do worse still. */
    private static Optional<Release> target(
            Comparison compared, Optional<Release> before, List<Release> all) {
        boolean worse = Comparison.relative(compared.other()) > Comparison.relative(compared.own());
        return worse ? before.flatMap(one -> before(one, all)) : before;
    }

    private void advance(Release release, Stage stage, String why) {
        promotions.advance(release.version().name(), release.number().toString(), stage, WHO, why);
        told(release, stage.word(), why);
    }

    private void refuse(Release release, String why) {
        promotions.move(
                release.version().name(),
                release.number().toString(),
                Stage.ARCHIVED,
                WHO,
                "refused: " + why);
        told(release, "refused", why);
    }

    private void tellOnce(Release release, String what, Instant since, String why) {
        if (!log.tells(release.version().name(), release.version().version(), what, since)) {
            tell(release, what, why, Map.of());
        }
    }

    private void tell(Release release, String what, String why, Map<String, ?> detail) {
        log.add(WHO, what, release.version().name(), release.version().version(), why, detail);
        told(release, what, why);
    }

    private static void told(Release release, String what, String why) {
        LOG.info(
                "version name={} version={} what={} why={}",
                release.version().name(),
                release.number(),
                what,
                why);
    }
}
