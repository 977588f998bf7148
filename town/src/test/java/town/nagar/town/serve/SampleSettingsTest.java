package town.nagar.town.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;
import town.nagar.sample.sensing.LastingDrift;

class SampleSettingsTest {
    @Test
    void defaults() {
        assertThat(SampleSettings.of(Settings.of(Map.of())).drift()).isEqualTo(LastingDrift.NONE);
    }

    @Test
    void everyKeyIsRead() {
        Settings all =
                Settings.of(
                        Map.of(
                                "nagar.sample.drift-sensor", "T001",
                                "nagar.sample.drift-from", "2026-02-06T00:00:00Z",
                                "nagar.sample.drift-per-day", "-0.2"));
        assertThat(SampleSettings.of(all).drift())
                .isEqualTo(new LastingDrift("T001", Instant.parse("2026-02-06T00:00:00Z"), -0.2));
        all.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings wrong = Settings.of(Map.of("nagar.sample.drift-sensr", "T001"));
        var _ = SampleSettings.of(wrong);
        assertThatThrownBy(wrong::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.sample.drift-sensor");
        assertThatThrownBy(() ->
                        SampleSettings.of(Settings.of(Map.of("nagar.sample.drift-sensor", "T001"))))
                .hasMessageContaining("drift-from ''");
    }
}
