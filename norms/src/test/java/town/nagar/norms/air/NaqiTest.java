package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void ofEqualSubIndicesTheFirstPollutantIsNamed() {
        Naqi naqi =
                Naqi.ofMeans(
                        Map.of(Pollutant.PM10, 100.0, Pollutant.PM25, 60.0, Pollutant.NO2, 80.0),
                        Double.NaN);
        assertThat(naqi.prominent().orElseThrow().pollutant()).isEqualTo(Pollutant.PM25);
    }

    @Test
    void whyMeansWereWithheldIsToldOnlyWhenThereIsNoIndex() {
        Set<Reason> rejected = Set.of(Reason.QUALITY_REJECTED);
        assertThat(Naqi.running(dirtyDay(), 24, rejected).reasons()).isEmpty();
        double[][] hourly = dirtyDay();
        forget(hourly, Pollutant.NO2, 24);
        assertThat(Naqi.running(hourly, 24, rejected).reasons())
                .containsExactly(Reason.FEWER_THAN_THREE_POLLUTANTS, Reason.QUALITY_REJECTED);
    }

    @Test
    void thereIsEitherAnIndexOrAReason() {
        assertThat(new Naqi(List.of(), Set.of(Reason.STALE)).index()).isEmpty();
        assertThatThrownBy(() -> new Naqi(List.of(), Set.of()))
                .hasMessageContaining("FEWER_THAN_THREE_POLLUTANTS, NO_PARTICULATE");
    }

    @Test
    void anHourOutsideTheHistoryIsRefused() {
        assertThatThrownBy(() -> Naqi.running(dirtyDay(), 25))
                .hasMessage("end is 25; allowed for pm25: 1 to 24");
        assertThatThrownBy(() -> Naqi.running(dirtyDay(), 0)).hasMessageContaining("end is 0");
    }

    @Test
    void ozoneIsJudgedByItsLatestHour() {
        double[][] hourly =
                hours(Map.of(Pollutant.PM25, 20.0, Pollutant.NO2, 10.0, Pollutant.O3, 300.0));
        hourly[Pollutant.O3.ordinal()][23] = 748;
        assertThat(Naqi.running(hourly, 24).index()).hasValue(400);
        hourly[Pollutant.O3.ordinal()][23] = Double.NaN;
        assertThat(Naqi.running(hourly, 24).prominent().orElseThrow())
                .isEqualTo(new SubIndex(Pollutant.O3, 300, 300, false, true));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRunningIndexIsThatOfPlainlyTakenMeans(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] hourly = new double[Pollutant.all().size()][72];
        for (double[] hours : hourly) {
            double gaps = random.nextDouble(0.6);
            Arrays.setAll(
                    hours, _ -> random.nextDouble() < gaps ? Double.NaN : random.nextDouble(200));
        }
        for (int end = 1; end <= 72; end++) {
            Map<Pollutant, Double> means = new EnumMap<>(Pollutant.class);
            for (Pollutant pollutant : Pollutant.all()) {
                plainMean(pollutant, hourly[pollutant.ordinal()], end)
                        .ifPresent(mean -> means.put(pollutant, mean));
            }
            Naqi plain = Naqi.ofMeans(means, hourly[Pollutant.O3.ordinal()][end - 1]);
            assertThat(Naqi.running(hourly, end).subIndices()).isEqualTo(plain.subIndices());
            assertThat(Naqi.running(hourly, end).index()).isEqualTo(plain.index());
        }
    }

    private static OptionalDouble plainMean(Pollutant pollutant, double[] hourly, int end) {
        boolean eight = pollutant == Pollutant.O3 || pollutant == Pollutant.CO;
        double[] valid =
                IntStream.range(Math.max(0, end - (eight ? 8 : 24)), end)
                        .mapToDouble(hour -> hourly[hour])
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        // a plain loop's sum: a stream's compensates, and may differ in the last bit
        double sum = 0;
        for (double value : valid) {
            sum += value;
        }
        return valid.length >= (eight ? 6 : 16)
                ? OptionalDouble.of(sum / valid.length)
                : OptionalDouble.empty();
    }

    @Test
    void aCityNeedsThreeStationsAndAveragesTheirSubIndices() {
        Naqi low = station(30);
        Naqi high = station(90);
        assertThat(CityNaqi.of(List.of(low, high))).isEmpty();
        assertThat(CityNaqi.of(List.of(low, low, high))).hasValue(100);
        assertThat(CityNaqi.find(List.of(low, low, high)))
                .hasValue(new CityNaqi(100, Pollutant.PM25, 3));
        Naqi invalid = Naqi.ofMeans(Map.of(Pollutant.PM25, 400.0), Double.NaN);
        assertThat(CityNaqi.find(List.of(low, high, invalid))).isEmpty();
    }

    private static Naqi station(double pm25) {
        return Naqi.ofMeans(
                Map.of(Pollutant.PM25, pm25, Pollutant.PM10, 10.0, Pollutant.NO2, 10.0),
                Double.NaN);
    }

    /** Eight hours of CO whose mean is 0.35, summed in every order of a turn. */
    @Test
    void aMeanThatIsATieInDecimalsIsRoundedUpWhateverItsBinarySum() {
        double[] carbonMonoxide = {0.3, 0.3, 0.4, 0.4, 0.2, 0.3, 0.5, 0.4};
        double[][] hourly =
                hours(Map.of(Pollutant.PM25, 1.0, Pollutant.PM10, 1.0, Pollutant.CO, 0.1));
        System.arraycopy(carbonMonoxide, 0, hourly[Pollutant.CO.ordinal()], 16, 8);
        for (int turn = 0; turn < 8; turn++) {
            double last = hourly[Pollutant.CO.ordinal()][23];
            System.arraycopy(
                    hourly[Pollutant.CO.ordinal()], 16, hourly[Pollutant.CO.ordinal()], 17, 7);
            hourly[Pollutant.CO.ordinal()][16] = last;
            assertThat(Naqi.running(hourly, 24).index()).hasValue(20);
        }
    }
}
