package town.nagar.norms.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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

    @Test
    void aRainyDayHasTwoAndAHalfMillimetres() {
        assertThat(RainClass.of(2.4).isRainyDay()).isFalse();
        assertThat(RainClass.of(2.5).isRainyDay()).isTrue();
    }

    @Test
    void weatherThatWasNotMeasuredHasNoClass() {
        assertThatThrownBy(() -> RainClass.of(Double.NaN)).hasMessageContaining("NaN mm");
        assertThatThrownBy(() -> RainClass.of(-1)).hasMessageContaining("-1.0 mm");
        assertThatThrownBy(() -> HeatWave.of(Double.NaN)).hasMessageContaining("NaN degC");
    }

    @ParameterizedTest
    @CsvSource({"green, No warning", "Yellow, Watch", "ORANGE, Alert", "red, Warning"})
    void coloursOfWarnings(String colour, String meaning) {
        assertThat(WarningColour.of(colour).meaning().en()).isEqualTo(meaning);
    }

    @Test
    void anotherColourIsRefused() {
        assertThatThrownBy(() -> WarningColour.of("blue"))
                .hasMessage("colour 'blue' is none of green, yellow, orange, red");
    }
}
