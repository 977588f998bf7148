package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NowcastTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static double[] only(Pollutant pollutant, double mean) {
        double[] means = new double[Pollutant.all().size()];
        Arrays.fill(means, Double.NaN);
        means[pollutant.ordinal()] = mean;
        return means;
    }

    @Test
    void oneGasIsEnough() {
        Nowcast nowcast = Nowcast.find(only(Pollutant.NO2, 180), FIVE_MINUTES).orElseThrow();
        assertThat(nowcast)
                .isEqualTo(new Nowcast(200, Pollutant.NO2, FIVE_MINUTES))
                .extracting(Nowcast::category)
                .isEqualTo(Category.MODERATE);
    }

    @Test
    void theLargestSubIndexNamesItsPollutant() {
        double[] means = only(Pollutant.PM25, 85.5);
        means[Pollutant.CO.ordinal()] = 17.0;
        assertThat(Nowcast.find(means, FIVE_MINUTES))
                .hasValue(new Nowcast(300, Pollutant.CO, FIVE_MINUTES));
    }

    @Test
    void ozoneOfAShortWindowStandsForItsHour() {
        assertThat(Nowcast.largest(only(Pollutant.O3, 748))).isEqualTo(400);
    }

    @Test
    void withoutAnyMeanThereIsNone() {
        double[] nothing = only(Pollutant.PM25, Double.NaN);
        assertThat(Nowcast.find(nothing, FIVE_MINUTES)).isEmpty();
        assertThat(Nowcast.largest(nothing)).isEqualTo(Nowcast.UNKNOWN);
    }

    @Test
    void aWindowAsLongAsAnAveragingTimeIsNoNowcast() {
        assertThatThrownBy(() -> Nowcast.find(only(Pollutant.CO, 1), Duration.ofHours(8)))
                .hasMessageContaining("PT8H");
    }
}
