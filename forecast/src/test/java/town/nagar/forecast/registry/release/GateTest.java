package town.nagar.forecast.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.forecast.registry.release.WalkForward.Against;
import town.nagar.forecast.registry.release.WalkForward.Chance;
import town.nagar.forecast.registry.release.WalkForward.Horizon;

class GateTest {
    private static final List<Against> BEATEN =
            List.of(
                    new Against("last", 9, 2, 4),
                    new Against("yesterday", 8, 1, 3),
                    new Against("last-week", 7.5, 0.5, 2.5),
                    new Against("week-mean", 7, 0.1, 1.9));

    /** Chance leaves five points open on each side of 80 %, three of 95 %. */
    private static Horizon horizon(String ahead, double c80, double c95, List<Against> against) {
        return new Horizon(ahead, 6, c80, c95, around(c80, 5), around(c95, 3), against);
    }

    private static Chance around(double percent, double points) {
        return new Chance(Math.max(0, percent - points), Math.min(100, percent + points));
    }

    private static WalkForward hourly(Horizon... horizons) {
        return hourly(BEATEN, horizons);
    }

    private static WalkForward hourly(List<Against> together, Horizon... horizons) {
        return new WalkForward(
                "1h", "mae", 60, List.of(horizons), horizon("all horizons", 80, 95, together));
    }

    private static final Horizon FINE = horizon("24h", 80, 95, BEATEN);

    private static Horizon against(Against other) {
        return horizon("24h", 80, 95, with(other));
    }

    private static List<String> refused(WalkForward evidence) {
        return Gate.judge(evidence).stream().map(Objection::sentence).toList();
    }

    private static List<Against> with(Against other) {
        List<Against> against = new ArrayList<>(BEATEN);
        against.removeIf(one -> one.baseline().equals(other.baseline()));
        against.add(other);
        return against;
    }

    @Test
    void whoBeatsAllAndHoldsWhatItPromisesPasses() {
        assertThat(
                        Gate.judge(
                                hourly(
                                        horizon("1h", 80, 95, BEATEN),
                                        horizon("24h", 77, 98, BEATEN))))
                .isEmpty();
    }

    @Test
    void withoutEvidenceNothingPasses() {
        assertThat(Gate.judgeUnproven())
                .singleElement()
                .extracting(Objection::figure)
                .isEqualTo("walk_forward");
    }

    @Test
    void anIntervalThatTouchesZeroIsNoGain() {
        assertThat(refused(hourly(with(new Against("last-week", 7, 0, 2)), FINE)))
                .containsExactly(
                        "at all horizons, gain_over_last-week_low is 0.00000; it must be above 0");
    }

    @Test
    void whoIsABaselineGainsNothingOverIt() {
        assertThat(
                        refused(
                                hourly(
                                        with(new Against("last", 6, 0, 0)),
                                        against(new Against("last", 6, 0, 0)))))
                .containsExactly(
                        "at all horizons, gain_over_last_low is 0.00000; it must be above 0",
                        "at all horizons, error is 6.00000; it must be below last's 6.00000");
    }

    @Test
    void aBaselineThatErrsLessIsNotBeatenWhateverTheInterval() {
        assertThat(refused(hourly(with(new Against("week-mean", 5, 0.1, 2)), FINE)))
                .containsExactly(
                        "at all horizons, error is 6.00000; it must be below week-mean's 5.00000");
    }

    @Test
    void whereABaselineIsAsGoodNothingIsLost() {
        assertThat(refused(hourly(against(new Against("last", 6, -2, 2))))).isEmpty();
        assertThat(refused(hourly(against(new Against("last", 5.8, -2, 0.1))))).isEmpty();
    }

    @Test
    void atNoHorizonMayTheMeanErrorBeATwentiethAboveABaselines() {
        assertThat(refused(hourly(against(new Against("last", 5.715, -2, 1))))).isEmpty();
        assertThat(refused(hourly(against(new Against("last", 5.7, -2, 1)))))
                .containsExactly(
                        "at 24h, error is 6.00000; it must be at most 5.98500, for last's 5.70000");
    }

    @Test
    void atNoHorizonMayABaselineBeBetterBeyondChanceByMoreThanAHundredth() {
        assertThat(refused(hourly(against(new Against("last", 5.9, -0.2, -0.059))))).isEmpty();
        assertThat(refused(hourly(against(new Against("last", 5.9, -0.2, -0.06)))))
                .containsExactly(
                        "at 24h, gain_over_last_high is -0.0600000; it must be -0.0590000 or more");
    }

    @Test
    void withoutAllHorizonsTogetherNothingPasses() {
        assertThat(refused(new WalkForward("1h", "mae", 60, List.of(FINE), null)))
                .containsExactly(
                        "together is missing; it must be recorded: errors over all horizons"
                                + " together");
    }

    @Test
    void aBaselineThatIsLeftOutIsMissed() {
        List<Against> three = BEATEN.subList(0, 3);
        assertThat(refused(hourly(three, horizon("24h", 80, 95, three))))
                .containsExactly(
                        "at all horizons, gain_over_week-mean_low is missing; it must be recorded",
                        "at 24h, gain_over_week-mean_high is missing; it must be recorded");
    }

    @Test
    void ofABaselineToldTwiceTheWorseCounts() {
        List<Against> twice = new ArrayList<>(BEATEN);
        twice.add(new Against("last", 9, -1, 4));
        assertThat(refused(hourly(twice, FINE)))
                .containsExactly(
                        "at all horizons, gain_over_last_low is -1.00000; it must be above 0");
    }

    @ParameterizedTest
    @CsvSource({
        "72,95,0",
        "71.9,95,1",
        "88,95,0",
        "88.1,95,1",
        "80,89,0",
        "80,88.9,1",
        "80,100,0",
        "60,60,2"
    })
    void coverageMayMissByThreePointsAndByChance(double c80, double c95, int objections) {
        assertThat(Gate.judge(hourly(horizon("24h", c80, c95, BEATEN)))).hasSize(objections);
    }

    @Test
    void aMissWithinThreePointsIsNoneHoweverSureItIs() {
        Horizon sure = new Horizon("24h", 6, 77, 98, around(77, 1), around(98, 1), BEATEN);
        assertThat(refused(hourly(sure))).isEmpty();
    }

    @Test
    void aMissThatChanceExplainsIsNoneHoweverLargeItIs() {
        Horizon unsure = new Horizon("24h", 6, 60, 80, around(60, 21), around(80, 16), BEATEN);
        assertThat(refused(hourly(unsure))).isEmpty();
    }

    @Test
    void aMissBeyondBothIsToldWithItsLimits() {
        assertThat(refused(hourly(horizon("24h", 68, 95, BEATEN))))
                .containsExactly(
                        "at 24h, coverage80_percent is 68.0000; it must be from 77 to 83 within"
                                + " chance, which reaches from 63.0 to 73.0");
    }

    @Test
    void evidenceThatDoesNotTellOfChanceMayMissByThreePoints() {
        assertThat(refused(hourly(new Horizon("24h", 6, 77, 92, null, null, BEATEN)))).isEmpty();
        assertThat(refused(hourly(new Horizon("24h", 6, 76, 95, null, null, BEATEN))))
                .containsExactly(
                        "at 24h, coverage80_percent is 76.0000; it must be from 77 to 83; what"
                                + " chance leaves open is not recorded");
    }

    @Test
    void anOtherBaselineThatIsToldHasToBeBeatenToo() {
        List<Against> more = new ArrayList<>(BEATEN);
        more.add(new Against("climatology", 6.5, -0.2, 1));
        assertThat(refused(hourly(more, FINE)))
                .containsExactly(
                        "at all horizons, gain_over_climatology_low is -0.200000; it must be above"
                                + " 0");
    }

    @Test
    void everyHorizonIsJudgedOnItsOwn() {
        Horizon bad = horizon("48h", 50, 50, List.of());
        assertThat(Gate.judge(hourly(horizon("1h", 80, 95, BEATEN), bad)))
                .hasSize(6)
                .allMatch(one -> one.horizon().equals("48h"));
    }

    @Test
    void fewOriginsProveNothing() {
        WalkForward evidence = new WalkForward("1h", "mae", 4, List.of(FINE), FINE);
        assertThat(refused(evidence)).containsExactly("origins is 4; it must be 5 or more");
    }

    @ParameterizedTest
    @CsvSource({"15min,4", "1h,4", "1d,3", "1mo,2", "1y,2"})
    void theStepDecidesWhichBaselinesThereAre(String step, int baselines) {
        assertThat(Gate.baselines(step)).hasSize(baselines).contains("last");
    }

    @Test
    void numbersThatCannotBeAreRefusedBeforeTheyAreJudged() {
        assertThatThrownBy(() -> new Against("last", Double.NaN, 1, 2)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Against("last", 1, 2, 1))
                .hasMessageContaining("from 2.0 to 1.0");
        assertThatThrownBy(() -> new Horizon("1h", 1, 101, 95, null, null, List.of()))
                .hasMessageContaining("101");
        assertThatThrownBy(() -> new Chance(50, 101)).hasMessageContaining("101");
        assertThatThrownBy(() -> new Chance(50, 49)).hasMessageContaining("from 50.0 to 49.0");
        assertThatThrownBy(() -> new WalkForward("1h", "mae", 9, List.of(), FINE))
                .hasMessageContaining("0 horizons");
        assertThatThrownBy(
                        () -> hourly(horizon("1h", 80, 95, BEATEN), horizon("1h", 80, 95, BEATEN)))
                .hasMessageContaining("twice");
    }
}
