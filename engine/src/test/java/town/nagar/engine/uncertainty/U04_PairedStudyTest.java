package town.nagar.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** A policy against its baseline. */
final class U04_PairedStudyTest {
    private static PairedStudy study(Points points, long seed) {
        return PairedStudy.of(SmallTown.FACTORS, points, seed, 1);
    }

    private static PairedResult run(Points points, long seed, StopRule stop) {
        return study(points, seed).run(SmallTown::baseline, SmallTown::policy, stop, 1);
    }

    @Test
    void aPolicyThatDoesNothingChangesNothing() {
        var result =
                study(Points.byChance(1), 1)
                        .run(SmallTown::baseline, SmallTown::baseline, StopRule.afterRuns(64), 1);
        assertThat(result.difference(0).mean()).isZero();
        assertThat(result.difference(0).standardDeviation()).isZero();
        assertThat(result.correlation(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void pairingSaysHowMuchItWon() {
        var result = run(Points.byChance(1), 1, StopRule.afterRuns(1000));
        assertThat(result.correlation(0)).isBetween(0.95, 0.9999);
        assertThat(result.varianceGain(0)).isGreaterThan(50);
        double mean = result.policy(0).mean() - result.baseline(0).mean();
        assertThat(result.difference(0).mean()).isCloseTo(mean, within(1e-9));
    }

    /** By the definition of the covariance: var(p - b) = var p + var b - 2 r sd p sd b. */
    @Seeds(10)
    void theCorrelationAgreesWithTheVariances(long seed) {
        var result = run(Points.byChance(seed), seed, StopRule.afterRuns(500));
        double b = result.baseline(0).standardDeviation();
        double p = result.policy(0).standardDeviation();
        double d = result.difference(0).standardDeviation();
        assertThat(result.correlation(0))
                .isCloseTo((b * b + p * p - d * d) / (2 * b * p), within(1e-9));
        assertThat(result.varianceGain(0)).isCloseTo((b * b + p * p) / (d * d), within(1e-6));
    }

    @Test
    void nineteenIntervalsInTwentyHoldTheTrueDifference() {
        assertThat(held(false)).isBetween(175, 199);
    }

    @Test
    void soDoThoseOfSobolReplicates() {
        assertThat(held(true)).isBetween(175, 199);
    }

    private static int held(boolean sobol) {
        int held = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Points points = sobol ? Points.sobol(seed, 4, 16) : Points.byChance(seed);
            var result = run(points, seed, StopRule.afterRuns(1024));
            boolean holds = result.difference(0).meanInterval().contains(SmallTown.TRUE_DIFFERENCE);
            held += holds ? 1 : 0;
        }
        return held;
    }

    @Test
    void sobolPointsNarrowTheInterval() {
        var stop = StopRule.afterRuns(1024);
        double chance = run(Points.byChance(1), 1, stop).difference(0).meanInterval().halfWidth();
        double sobol =
                run(Points.sobol(1, 4, 16), 1, stop).difference(0).meanInterval().halfWidth();
        assertThat(sobol).isLessThan(chance / 2);
    }

    @Test
    void theStudyStopsOnceTheIntervalIsNarrow() {
        var stop = new StopRule(64, 1 << 16, 0.95, 0.05, 0);
        var result = run(Points.byChance(1), 1, stop);
        assertThat(result.targetReached()).isTrue();
        assertThat(result.difference(0).meanInterval().halfWidth()).isLessThanOrEqualTo(0.05);
        assertThat(result.runs()).isBetween(1024, 1 << 15);
        assertThat(result.differences(0)).hasSize(result.runs());
        var half = run(Points.byChance(1), 1, StopRule.afterRuns(result.runs() / 2));
        assertThat(half.difference(0).meanInterval().halfWidth()).isGreaterThan(0.05);
    }

    @Test
    void theStudyStopsWhenTheRunsAreUsedUp() {
        var result = run(Points.byChance(1), 1, new StopRule(50, 130, 0.95, 1e-9, 0));
        assertThat(result.runs()).isEqualTo(130);
        assertThat(result.targetReached()).isFalse();
    }

    @Test
    void whatCannotBeStudiedIsRefused() {
        assertThatThrownBy(() -> new StopRule(1, 5, 0.95, 0, 0)).hasMessageContaining("2 or more");
        assertThatThrownBy(() -> new StopRule(2, 5, 1, 0, 0)).hasMessageContaining("confidence");
        assertThatThrownBy(() -> new StopRule(2, 5, 0.9, -1, 0)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> run(Points.sobol(1, 4, 16), 1, StopRule.afterRuns(100)))
                .hasMessageContaining("multiples from 32");
        assertThatThrownBy(() -> Points.sobol(1, 4, 1)).hasMessageContaining("2 or more");
        assertThatThrownBy(() -> run(Points.byChance(1), 1, new StopRule(2, 4, 0.95, 0, 1)))
                .hasMessageContaining("output 1");
        assertThatThrownBy(() -> PairedStudy.of(SmallTown.FACTORS, Points.byChance(1), 1, 0))
                .hasMessageContaining("0 outputs");
    }

    @Test
    void aRunThatGivesNoNumberIsNamed() {
        TownModel broken = (_, _, outputs) -> outputs[0] = Double.NaN;
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() ->
                            study(Points.byChance(1), 1)
                                    .run(
                                            SmallTown::baseline,
                                            () -> broken,
                                            StopRule.afterRuns(10),
                                            threads))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("of the policy gave output 0 = NaN");
        }
    }
}
