package town.nagar.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    record Leaks(int alertAboveLitres, Duration every, Secret key, List<String> zones) {
        static final Leaks DEFAULTS = new Leaks(80, Duration.ofMinutes(5), Secret.NONE, List.of());

        Leaks {
            if (alertAboveLitres < 0) {
                throw new IllegalArgumentException("alert-above-litres is below 0");
            }
        }
    }

    private static Leaks bind(Map<String, String> given) {
        Settings settings = Settings.of(given);
        Leaks leaks = settings.bind("nagar.water.leaks", Leaks.DEFAULTS);
        settings.refuseUnknown();
        return leaks;
    }

    @Test
    void whatIsNotSetKeepsItsDefault() {
        assertThat(bind(Map.of())).isEqualTo(Leaks.DEFAULTS);
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        bind(
                                Map.of(
                                        "nagar.water.leaks.alert-above-litres", "90",
                                        "nagar.water.leaks.every", "30s",
                                        "nagar.water.leaks.key", "k",
                                        "nagar.water.leaks.zones", "Z1, Z2")))
                .isEqualTo(
                        new Leaks(
                                90, Duration.ofSeconds(30), new Secret("k"), List.of("Z1", "Z2")));
    }

    @Test
    void anEnvironmentVariableSetsTheSameKeyAndTheLaterPlaceWins() {
        Settings settings =
                Settings.of(
                        Map.of("nagar.water.leaks.alert-above-litres", "90"),
                        Map.of("NAGAR_WATER_LEAKS_ALERT_ABOVE_LITRES", "91", "PATH", "/bin"));
        assertThat(settings.bind("nagar.water.leaks", Leaks.DEFAULTS).alertAboveLitres())
                .isEqualTo(91);
        settings.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
        assertThatThrownBy(() -> bind(Map.of("nagar.water.leaks.evry", "5m")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.water.leaks.evry")
                .hasMessageContaining("did you mean 'nagar.water.leaks.every'");
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> bind(Map.of("nagar.water.leaks.every", "soon")))
                .hasMessageContaining("nagar.water.leaks.every is 'soon'")
                .hasMessageContaining("5m");
    }

    @Test
    void aRecordsOwnRuleIsKept() {
        assertThatThrownBy(() -> bind(Map.of("nagar.water.leaks.alert-above-litres", "-1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("below 0");
    }

    @Test
    void whatAnotherProcessReadsIsLeftAlone() {
        Settings settings = Settings.of(Map.of("nagar.streams.parallelism", "2"));
        settings.leave("nagar.streams.");
        settings.refuseUnknown();
        assertThat(settings.find("nagar.water.leaks.every")).isEmpty();
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(new Leaks(1, Duration.ZERO, new Secret("hidden"), List.of()).toString())
                .doesNotContain("hidden");
    }
}
