package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import town.nagar.engine.air.Stability;
import town.nagar.engine.random.Chance;

/** Hours against the days they make up. */
final class K03_HoursTest {
    private static final Climate CLIMATE = TownClimates.northGujarat();
    private static final WeatherDays DAYS = WeatherDays.from(LocalDate.of(2023, 1, 1), 20 * 365);
    private static final WeatherHours HOURS = draw();

    private static WeatherHours draw() {
        var hours = WeatherHours.of(DAYS);
        WeatherGenerator.of(CLIMATE).draw(Chance.of(3, 0), 0, DAYS, hours);
        return hours;
    }

    @Test
    void hoursAddUpToTheirDay() {
        for (int day = 0; day < DAYS.count(); day++) {
            double rain = 0;
            double wind = 0;
            double solar = 0;
            for (int hour = 24 * day; hour < 24 * day + 24; hour++) {
                rain += HOURS.rainMillimetres(hour);
                wind += HOURS.windMetresPerSecond(hour) / 24;
                solar += HOURS.solarWattsPerM2(hour) * 3600 / 1e6;
            }
            assertThat(rain).isCloseTo(DAYS.rainMillimetres(day), within(1e-9));
            assertThat(wind).isCloseTo(DAYS.windMetresPerSecond(day), within(1e-9));
            assertThat(solar).isCloseTo(DAYS.solarMegajoulesPerM2(day), within(1e-9));
        }
    }

    /** In May the sun rises near six on Ahmedabad's clocks, in January at twenty past seven. */
    @Test
    void aDayIsColdestAtDawnAndWarmestAtThree() {
        for (int day = 0; day < DAYS.count(); day++) {
            int dawn = DAYS.month(day) == 4 ? 6 : 7;
            if (DAYS.month(day) == 4 || DAYS.month(day) == 0) {
                assertThat(HOURS.temperatureC(24 * day + dawn)).isEqualTo(DAYS.minimumC(day));
                assertThat(HOURS.temperatureC(24 * day + 15))
                        .isCloseTo(DAYS.maximumC(day), within(1e-9));
                assertThat(HOURS.temperatureC(24 * day + 10))
                        .isBetween(DAYS.minimumC(day), DAYS.maximumC(day));
            }
        }
    }

    @Test
    void theSunShinesByDayAlone() {
        for (int day = 0; day < DAYS.count(); day++) {
            assertThat(HOURS.solarWattsPerM2(24 * day + 2)).isZero();
            assertThat(HOURS.solarWattsPerM2(24 * day + 22)).isZero();
            assertThat(HOURS.solarWattsPerM2(24 * day + 12)).isBetween(100.0, 1100.0);
        }
    }

    @Test
    void theWindBlowsFromTheClimatesRose() {
        for (int month : new int[] {0, 6}) {
            double[] rose =
                    CLIMATE.months().get(month).wind().rose().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
            double all = Arrays.stream(rose).sum();
            double[] seen = new double[16];
            double hours = 0;
            for (int hour = 0; hour < HOURS.count(); hour++) {
                if (DAYS.month(hour / 24) == month) {
                    seen[HOURS.windSector(hour)]++;
                    hours++;
                }
            }
            for (int sector = 0; sector < 16; sector++) {
                double share = rose[sector] / all;
                // nine hours of ten tell nothing new: (1 + 0.8) / (1 - 0.8)
                double error = Math.sqrt(9 * share * (1 - share) / hours);
                assertThat(seen[sector] / hours).isCloseTo(share, within(4 * error));
            }
        }
    }

    @Test
    void theWindTurnsInOneHourOfFive() {
        int turns = 0;
        for (int hour = 1; hour < HOURS.count(); hour++) {
            turns += HOURS.windFromDegrees(hour) == HOURS.windFromDegrees(hour - 1) ? 0 : 1;
            assertThat(HOURS.windFromDegrees(hour)).isBetween(0.0, 360.0);
        }
        assertThat((double) turns / HOURS.count()).isCloseTo(0.2, within(0.005));
    }

    @Test
    void airIsUnstableByDayAndStableByNight() {
        int[] noon = new int[6];
        int[] night = new int[6];
        for (int day = 0; day < DAYS.count(); day++) {
            noon[HOURS.stability(24 * day + 12).ordinal()]++;
            night[HOURS.stability(24 * day + 2).ordinal()]++;
        }
        assertThat(noon[4] + noon[5]).isZero();
        assertThat(night[0] + night[1] + night[2]).isZero();
        assertThat(night[4] + night[5]).isGreaterThan(DAYS.count() / 2);
        assertThat(noon[0] + noon[1]).isGreaterThan(DAYS.count() / 3);
    }

    @Test
    void theMixedLayerGrowsThroughTheDayAndFallsAtNight() {
        for (int day = 0; day < DAYS.count(); day++) {
            for (int hour = 9; hour < 17; hour++) {
                int now = 24 * day + hour;
                if (HOURS.windMetresPerSecond(now) < 2) {
                    assertThat(HOURS.mixingMetres(now))
                            .isGreaterThanOrEqualTo(HOURS.mixingMetres(now - 1));
                }
            }
            assertThat(HOURS.mixingMetres(24 * day + 3)).isBetween(50.0, 4000.0);
        }
    }

    /** 20 MJ/m2, 35 % of it to the air: sqrt(2 * 1.4 * 7e6 / (1200 * 0.005)) = 1807 m. */
    @Test
    void theSunLiftsTheLidByTheHeatItGives() {
        double heat = MixedLayer.heatJoulesPerM2(20e6 / 3600, false);
        assertThat(MixedLayer.metres(0.1, Stability.B, heat)).isCloseTo(1807.39, within(0.01));
        assertThat(MixedLayer.metres(0.1, Stability.F, 0)).isEqualTo(50);
        assertThat(MixedLayer.metres(100, Stability.D, 0)).isEqualTo(4000);
    }

    @Test
    void hoursOfOtherDaysAreRefused() {
        var fewer = WeatherDays.from(LocalDate.of(2023, 1, 1), 2);
        var generator = WeatherGenerator.of(CLIMATE);
        assertThatThrownBy(() -> generator.draw(Chance.of(1, 0), 0, fewer, HOURS))
                .hasMessageContaining("175200 hours for 2 days");
    }
}
