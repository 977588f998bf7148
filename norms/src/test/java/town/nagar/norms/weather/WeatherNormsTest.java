package town.nagar.norms.weather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeatherNormsTest {
    @ParameterizedTest
    @CsvSource({
        "0, NONE",
        "2.4, NONE",
        "2.5, LIGHT",
        "64.4, MODERATE",
        "64.5, HEAVY",
        "115.6, VERY_HEAVY",
        "204.5, EXTREMELY_HEAVY"
    })
    void rainInImdsWords(double millimetres, RainClass rain) {
        assertThat(RainClass.of(millimetres)).isEqualTo(rain);
    }

    @ParameterizedTest
    @CsvSource({"39.9, NONE", "40, WATCH", "45, HEAT_WAVE", "51, SEVERE"})
    void heatByTheDaysMaximum(double celsius, HeatWave heat) {
        assertThat(HeatWave.of(celsius)).isEqualTo(heat);
    }
}
