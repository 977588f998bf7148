package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** The same days, warmer, drier, windier. */
class K07_ShiftTest {
    private static final WeatherGenerator GENERATOR =
            WeatherGenerator.of(TownClimates.northGujarat());

    private final WeatherDays plain = WeatherDays.from(LocalDate.of(2026, 7, 1), 40);
    private final WeatherDays shifted = WeatherDays.from(LocalDate.of(2026, 7, 1), 40);
    private final WeatherHours plainHours = WeatherHours.of(plain);
    private final WeatherHours shiftedHours = WeatherHours.of(shifted);

    @Test
    void theSameDaysAreWarmerWetterAndWindierByWhatWasAsked() {
        GENERATOR.draw(Chance.of(5, 1), 0, plain, plainHours);
        GENERATOR.draw(Chance.of(5, 1), 0, new WeatherShift(2, 0.5, 1.5), shifted, shiftedHours);
        int wetDays = 0;
        for (int day = 0; day < plain.count(); day++) {
            assertThat(shifted.maximumC(day)).isCloseTo(plain.maximumC(day) + 2, within(1e-12));
            assertThat(shifted.minimumC(day)).isCloseTo(plain.minimumC(day) + 2, within(1e-12));
            assertThat(shifted.rainMillimetres(day)).isEqualTo(0.5 * plain.rainMillimetres(day));
            assertThat(shifted.windMetresPerSecond(day))
                    .isEqualTo(1.5 * plain.windMetresPerSecond(day));
            wetDays += plain.wet(day) ? 1 : 0;
        }
        assertThat(wetDays).isPositive();
    }

    @Test
    void hoursFollowTheirDays() {
        GENERATOR.draw(Chance.of(5, 1), 0, new WeatherShift(2, 0.5, 1.5), shifted, shiftedHours);
        for (int day = 0; day < shifted.count(); day++) {
            double rain = 0;
            for (int hour = 0; hour < WeatherHours.HOURS_A_DAY; hour++) {
                rain += shiftedHours.rainMillimetres(day * WeatherHours.HOURS_A_DAY + hour);
            }
            assertThat(rain).isCloseTo(shifted.rainMillimetres(day), within(1e-9));
        }
    }

    @Test
    void aClimateTakesItsNormalsElsewhere() {
        Climate elsewhere = TownClimates.northernPlain().at(26.9, 75.8, 431);
        assertThat(elsewhere.altitudeMetres()).isEqualTo(431);
        assertThat(elsewhere.months()).isEqualTo(TownClimates.northernPlain().months());
    }

    @Test
    void anImpossibleShiftIsRefused() {
        assertThatThrownBy(() -> new WeatherShift(0, 1, 0))
                .hasMessageContaining("wind factor is 0");
    }
}
