package town.nagar.norms.agriculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgricultureNormsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-31, ZAID",
        "2026-06-01, KHARIF",
        "2026-10-31, KHARIF",
        "2026-11-01, RABI",
        "2027-03-31, RABI",
        "2027-04-01, ZAID"
    })
    void cropsThatStandOnADay(LocalDate day, CropSeason season) {
        assertThat(CropSeason.on(day)).isEqualTo(season);
        assertThat(CropSeason.of(season.code())).isEqualTo(season);
    }

    @ParameterizedTest
    @CsvSource({
        "KHARIF, 2026-09-30, kharif 2025-26", "KHARIF, 2026-10-01, kharif 2026-27",
        "RABI, 2026-03-31, rabi 2025-26", "RABI, 2026-04-01, rabi 2026-27",
        "RABI, 2099-04-01, rabi 2099-00"
    })
    void seasonsOfBuying(CropSeason crop, LocalDate day, String label) {
        MarketingSeason season = MarketingSeason.of(crop, day);
        assertThat(season.label()).isEqualTo(label);
        assertThat(season.from()).isBeforeOrEqualTo(day);
        assertThat(season.until()).isAfterOrEqualTo(day).isEqualTo(season.from().plusDays(364));
        assertThat(MarketingSeason.parse(label)).isEqualTo(season);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabi", "rabi 2026-28", "zaid 2026-27", ""})
    void whatIsNoSeasonIsRefused(String label) {
        assertThatThrownBy(() -> MarketingSeason.parse(label))
                .hasMessageContaining("season '" + label + "'");
    }

    @Test
    void zaidCropsAreNotBought() {
        assertThatThrownBy(() -> new MarketingSeason(CropSeason.ZAID, 2026))
                .hasMessageContaining("zaid");
        assertThatThrownBy(() -> CropSeason.of("winter")).hasMessageContaining("'winter'");
    }

    /** An acre is 4046.86 square metres, so 20 quintals from it are 4942 kg a hectare. */
    @Test
    void quintalsAnAcreAreKilogramsAHectare() {
        assertThat(Yield.kilogramsPerHectare(20)).isCloseTo(4942.1, within(0.1));
        assertThat(Yield.quintalsPerAcre(Yield.kilogramsPerHectare(17)))
                .isCloseTo(17, within(1e-9));
    }
}
