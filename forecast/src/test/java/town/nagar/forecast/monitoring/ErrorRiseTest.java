package town.nagar.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorRiseTest {
    @Test
    void aRiseBeyondTheLimitAndBeyondTheDaysOwnDifferencesIsFound() {
        ErrorRise rise = ErrorRise.of(List.of(12.0, 13.0, 14.0, 13.0, 13.0), 10, 10);
        assertThat(rise.percent()).isCloseTo(13, within(1e-12));
        // deviation sqrt(0.5), of the mean sqrt(0.1); t of 4 degrees 2.13
        assertThat(rise.surePercent()).isCloseTo(13 - 2.13 * Math.sqrt(0.1), within(1e-9));
        assertThat(rise.limitPercent()).isCloseTo(11, within(1e-12));
        assertThat(rise.isFound()).isTrue();
        assertThat(rise.isOver()).isFalse();
    }

    @Test
    void daysThatDifferWidelyProveNothing() {
        ErrorRise rise = ErrorRise.of(List.of(5.0, 25.0, 4.0, 21.0), 10, 10);
        assertThat(rise.percent()).isGreaterThan(rise.limitPercent());
        assertThat(rise.isFound()).isFalse();
    }

    @Test
    void tooFewDaysOrNothingBeforeIsNoRise() {
        assertThat(ErrorRise.of(List.of(50.0, 50.0), 10, 10).isFound()).isFalse();
        assertThat(ErrorRise.of(List.of(50.0, 51.0, 52.0), Double.NaN, 10).isFound()).isFalse();
        assertThat(ErrorRise.of(List.of(50.0, Double.NaN, 52.0), 10, 10).isFound()).isFalse();
    }

    @Test
    void weeksThatAreAsBeforeSeldomLookLikeARise() {
        int found = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            var random = new SplittableRandom(seed);
            List<Double> days =
                    IntStream.range(0, 7).mapToObj(_ -> 10 + 1.5 * random.nextGaussian()).toList();
            found += ErrorRise.of(days, 10, 10).isFound() ? 1 : 0;
        }
        assertThat(found).isLessThan(10);
    }
}
