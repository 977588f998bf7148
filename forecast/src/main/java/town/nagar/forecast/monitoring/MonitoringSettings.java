package town.nagar.forecast.monitoring;

import java.time.Duration;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Settings;

/** How closely forecasts are watched, and where that is kept. */
record MonitoringSettings(PostgresAddress postgres, Own own) {

    /**
     * Keys {@code nagar.forecast.monitoring.*}.
     *
     * @param enabled whether rounds are made
     * @param connections how many connections to PostgreSQL at most
     * @param queue statements that wait to be written; more are dropped and counted
     * @param retention how long statements and truths are kept
     * @param roundAfter how long after the start the first round begins
     * @param roundEvery how often truths are fetched and everything is judged
     * @param window over which errors and distributions are judged
     * @param shiftWindow over which a place is held against its neighbours
     * @param featurePsi above which features have drifted
     * @param predictionPsi above which predictions have drifted
     * @param errorRisePercent by which the error may rise
     */
    record Own(
            boolean enabled,
            int connections,
            int queue,
            Duration retention,
            Duration roundAfter,
            Duration roundEvery,
            Duration window,
            Duration shiftWindow,
            double featurePsi,
            double predictionPsi,
            double errorRisePercent) {
        Own {
            if (connections < 2 || queue < 1) {
                throw new IllegalArgumentException(
                        "connections %d: 2 or more; queue %d: 1 or more"
                                .formatted(connections, queue));
            }
            if (window.toHours() < 48
                    || shiftWindow.toHours() < 12
                    || retention.compareTo(window.multipliedBy(2)) < 0
                    || roundEvery.toMillis() < 1
                    || roundAfter.isNegative()) {
                throw new IllegalArgumentException(
                        "window %s: 2 days or more; shift-window %s: 12 hours or more; retention %s: two windows or more; round-every %s and round-after %s: not negative"
                                .formatted(window, shiftWindow, retention, roundEvery, roundAfter));
            }
            if (!(featurePsi > 0 && predictionPsi > 0 && errorRisePercent > 0)) {
                throw new IllegalArgumentException(
                        "feature-psi %s, prediction-psi %s, error-rise-percent %s: above 0"
                                .formatted(featurePsi, predictionPsi, errorRisePercent));
            }
        }
    }

    static final Own DEFAULTS =
            new Own(
                    true,
                    3,
                    256,
                    Duration.ofDays(60),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofDays(7),
                    Duration.ofDays(2),
                    0.1,
                    0.15,
                    10);

    static MonitoringSettings of(Settings settings) {
        return new MonitoringSettings(
                PostgresAddress.of(settings), settings.bind("nagar.forecast.monitoring", DEFAULTS));
    }
}
