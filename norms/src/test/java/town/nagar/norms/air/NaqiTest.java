package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NaqiTest {
    private static double[][] hours(Map<Pollutant, Double> constant) {
        double[][] hourly = new double[Pollutant.all().size()][24];
        for (Pollutant pollutant : Pollutant.all()) {
            Arrays.fill(hourly[pollutant.ordinal()], constant.getOrDefault(pollutant, Double.NaN));
        }
        return hourly;
    }

    private static double[][] dirtyDay() {
        return hours(Map.of(Pollutant.PM25, 85.5, Pollutant.PM10, 120.0, Pollutant.NO2, 40.0));
    }

    private static void forget(double[][] hourly, Pollutant pollutant, int hours) {
        Arrays.fill(hourly[pollutant.ordinal()], 0, hours, Double.NaN);
    }

    @Test
    void theLargestSubIndexIsTheIndexAndItsPollutantIsNamed() {
        Naqi naqi = Naqi.running(dirtyDay(), 24);
        assertThat(naqi.index()).hasValue(186);
        assertThat(naqi.prominent().orElseThrow().pollutant()).isEqualTo(Pollutant.PM25);
        assertThat(naqi.category()).hasValue(Category.MODERATE);
        assertThat(naqi.reasonCodes()).isEmpty();
    }

    @Test
    void sixteenHoursAreEnoughAndFifteenAreNot() {
        double[][] hourly = dirtyDay();
        forget(hourly, Pollutant.NO2, 8);
        assertThat(Naqi.running(hourly, 24).index()).hasValue(186);
        forget(hourly, Pollutant.NO2, 9);
        Naqi naqi = Naqi.running(hourly, 24);
        assertThat(naqi.index()).isEmpty();
        assertThat(naqi.reasonCodes())
                .isEqualTo("fewer_than_three_pollutants under_16_of_24_hours");
        assertThat(naqi.subIndices()).hasSize(2);
    }

    @Test
    void carbonMonoxideNeedsSixOfItsLastEightHours() {
        double[][] hourly =
                hours(Map.of(Pollutant.PM25, 20.0, Pollutant.NO2, 10.0, Pollutant.CO, 0.5));
        forget(hourly, Pollutant.CO, 18);
        assertThat(Naqi.running(hourly, 24).index()).isPresent();
        forget(hourly, Pollutant.CO, 19);
        assertThat(Naqi.running(hourly, 24).reasonCodes())
                .isEqualTo("fewer_than_three_pollutants under_6_of_8_hours");
    }

    @Test
    void withoutParticulatesThereIsNoIndex() {
        Naqi naqi =
                Naqi.ofMeans(
                        Map.of(Pollutant.NO2, 10.0, Pollutant.CO, 1.0, Pollutant.SO2, 5.0),
                        Double.NaN);
        assertThat(naqi.index()).isEmpty();
        assertThat(naqi.reasons()).containsExactly(Reason.NO_PARTICULATE);
    }

    @Test
    void anHourBeforeTheWindowDoesNotCount() {
        double[][] hourly = new double[Pollutant.all().size()][30];
        for (double[] hours : hourly) {
            Arrays.fill(hours, 0.1);
        }
        hourly[Pollutant.PM25.ordinal()][5] = 5000;
        assertThat(Naqi.running(hourly, 29).index().orElseThrow())
                .isGreaterThan(Naqi.running(hourly, 30).index().orElseThrow());
    }

    @Test
    void aCityNeedsThreeStationsAndAveragesTheirSubIndices() {
        Naqi low = station(30);
        Naqi high = station(90);
        assertThat(CityNaqi.of(List.of(low, high))).isEmpty();
        assertThat(CityNaqi.of(List.of(low, low, high))).hasValue(100);
    }

    private static Naqi station(double pm25) {
        return Naqi.ofMeans(
                Map.of(Pollutant.PM25, pm25, Pollutant.PM10, 10.0, Pollutant.NO2, 10.0),
                Double.NaN);
    }
}
