package town.nagar.forecast.rollout;

import java.time.Duration;
import town.nagar.kit.settings.Settings;

/**
 * Keys {@code nagar.forecast.rollout.*}.
 *
 * @param shadowPeriod how long a version forecasts unseen before it may be shown to anyone
 * @param canaryPeriod how long it is then shown to a few
 * @param canaryShare of places or callers that are shown it meanwhile, from 0 to 1
 * @param splitPeriod how long it is then shown to many, for a fair comparison (A/B); 0 for not at
 *     all
 * @param splitShare of places or callers that are shown it meanwhile
 * @param splitBy whose key decides; callers without a key count by the place they ask for
 * @param approval whether a person must approve before production
 * @param leastTruths forecasts that must have been held against the truth before anything is judged
 * @param leastOrigins from so many different times
 * @param window over which the version in production is watched
 * @param marginPercent by how much an error must be above another to count as worse while a version
 *     is shown
 * @param strikes how many judgements in a row, each with new truths, make it go back
 * @param mostInShadow versions that forecast unseen at once
 * @param checkEvery how often versions are judged
 * @param pollEvery how often serving looks whether versions have moved
 */
record RolloutSettings(
        Duration shadowPeriod,
        Duration canaryPeriod,
        double canaryShare,
        Duration splitPeriod,
        double splitShare,
        SplitBy splitBy,
        Approval approval,
        long leastTruths,
        int leastOrigins,
        Duration window,
        double marginPercent,
        int strikes,
        int mostInShadow,
        Duration checkEvery,
        Duration pollEvery) {

    /** What decides whether a version in canary is shown. */
    enum SplitBy {
        PLACE,
        CALLER
    }

    /** Who lets a version into production. */
    enum Approval {
        PERSON,
        AUTOMATIC
    }

    static final RolloutSettings DEFAULTS =
            new RolloutSettings(
                    Duration.ofDays(7),
                    Duration.ofDays(3),
                    0.05,
                    Duration.ZERO,
                    0.5,
                    SplitBy.PLACE,
                    Approval.PERSON,
                    200,
                    5,
                    Duration.ofDays(7),
                    10,
                    3,
                    3,
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(2));

    RolloutSettings {
        if (!isShare(canaryShare) || !isShare(splitShare)) {
            throw new IllegalArgumentException(
                    "canary-share %s, split-share %s: from 0 to 1"
                            .formatted(canaryShare, splitShare));
        }
        if (leastTruths < 1
                || leastOrigins < 1
                || strikes < 1
                || mostInShadow < 1
                || !(marginPercent >= 0)) {
            throw new IllegalArgumentException(
                    "least-truths %d, least-origins %d, strikes %d, most-in-shadow %d: at least 1; margin-percent %s: at least 0"
                            .formatted(
                                    leastTruths,
                                    leastOrigins,
                                    strikes,
                                    mostInShadow,
                                    marginPercent));
        }
        if (!checkEvery.isPositive() || !pollEvery.isPositive() || !window.isPositive()) {
            throw new IllegalArgumentException(
                    "window %s, check-every %s, poll-every %s: above 0s"
                            .formatted(window, checkEvery, pollEvery));
        }
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 1;
    }

    static RolloutSettings of(Settings settings) {
        return settings.bind("nagar.forecast.rollout", DEFAULTS);
    }
}
