package town.nagar.forecast.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.forecast.rollout.RolloutSettings.Approval;
import town.nagar.forecast.rollout.RolloutSettings.SplitBy;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class RolloutSettingsTest {
    private static final String PREFIX = "nagar.forecast.rollout.";

    @Test
    void defaults() {
        RolloutSettings none = RolloutSettings.of(Settings.of(Map.of()));
        assertThat(none).isEqualTo(RolloutSettings.DEFAULTS);
        assertThat(none.shadowPeriod()).isEqualTo(Duration.ofDays(7));
        assertThat(none.canaryShare()).isEqualTo(0.05);
        assertThat(none.approval()).isEqualTo(Approval.PERSON);
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> keys = new TreeMap<>();
        keys.put(PREFIX + "shadow-period", "1h");
        keys.put(PREFIX + "canary-period", "2h");
        keys.put(PREFIX + "canary-share", "0.1");
        keys.put(PREFIX + "split-period", "3h");
        keys.put(PREFIX + "split-share", "0.4");
        keys.put(PREFIX + "split-by", "caller");
        keys.put(PREFIX + "approval", "automatic");
        keys.put(PREFIX + "least-truths", "9");
        keys.put(PREFIX + "least-origins", "2");
        keys.put(PREFIX + "window", "4h");
        keys.put(PREFIX + "margin-percent", "20");
        keys.put(PREFIX + "strikes", "1");
        keys.put(PREFIX + "most-in-shadow", "7");
        keys.put(PREFIX + "check-every", "5s");
        keys.put(PREFIX + "poll-every", "6s");
        Settings all = Settings.of(keys);
        assertThat(RolloutSettings.of(all))
                .isEqualTo(
                        new RolloutSettings(
                                Duration.ofHours(1),
                                Duration.ofHours(2),
                                0.1,
                                Duration.ofHours(3),
                                0.4,
                                SplitBy.CALLER,
                                Approval.AUTOMATIC,
                                9,
                                2,
                                Duration.ofHours(4),
                                20,
                                1,
                                7,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6)));
        all.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings wrong = Settings.of(Map.of(PREFIX + "canary-shares", "1"));
        var _ = RolloutSettings.of(wrong);
        assertThatThrownBy(wrong::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(PREFIX + "canary-share");
    }

    @ParameterizedTest
    @CsvSource({
        "canary-share, 1.5",
        "split-share, NaN",
        "least-truths, 0",
        "strikes, 0",
        "margin-percent, -1",
        "window, 0s"
    })
    void whatMakesNoSenseIsRefused(String key, String value) {
        Settings wrong = Settings.of(Map.of(PREFIX + key, value));
        assertThatThrownBy(() -> RolloutSettings.of(wrong)).hasStackTraceContaining(key);
    }
}
