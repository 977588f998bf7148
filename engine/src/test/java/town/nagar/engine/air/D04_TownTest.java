package town.nagar.engine.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.course.Steps;

/** What a whole town emits and breathes. */
final class D04_TownTest {
    private static final List<Emitter> EMITTERS =
            List.of(
                    new Emitter.Stack(0, 0, 30),
                    new Emitter.Road(-300, -100, 200, 250, 12, 0.5),
                    new Emitter.Patch(400, -200, 300, 5));
    private static final double[] EAST = {500, -800, 30};
    private static final double[] NORTH = {700, 100, 90};
    private static final double[] LIDS = {1500, 1200, 1000, 800, 400, 300};

    private static SourceReceptor matrices() {
        return SourceReceptor.of(EMITTERS, EAST, NORTH, 1.5, SigmaCurves.BRIGGS_URBAN, LIDS);
    }

    /** The slow twin: every emitter asked for every receptor in the hour's own air. */
    @Test
    void theMatrixIsWhatTheEmittersAdd() {
        SourceReceptor matrices = matrices();
        double[] emission = {3, 0.4, 1};
        var found = new double[3];
        for (Stability stability : Stability.values()) {
            for (int sector = 0; sector < SourceReceptor.SECTORS; sector++) {
                double degrees = sector * 22.5 + 3;
                matrices.concentrations(degrees, 4, stability, emission, found);
                for (int receptor = 0; receptor < 3; receptor++) {
                    double slow = slow(stability, sector, emission, receptor) / 2;
                    assertThat(found[receptor]).isCloseTo(slow, within(1e-6 * slow + 1e-30));
                }
            }
        }
    }

    private static double slow(Stability stability, int sector, double[] emission, int receptor) {
        Air air = new Air(2, stability, SigmaCurves.BRIGGS_URBAN, LIDS[stability.ordinal()]);
        double radians = Math.toRadians(sector * 22.5);
        double sum = 0;
        for (int n = 0; n < emission.length; n++) {
            sum +=
                    emission[n]
                            * EMITTERS.get(n)
                                    .inWind(
                                            air,
                                            -StrictMath.sin(radians),
                                            -StrictMath.cos(radians),
                                            EAST[receptor],
                                            NORTH[receptor],
                                            1.5);
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void matricesAreTheSameForAnyThreads(int threads) {
        SourceReceptor alone = matrices();
        var several =
                SourceReceptor.of(
                        EMITTERS,
                        EAST,
                        NORTH,
                        1.5,
                        SigmaCurves.BRIGGS_URBAN,
                        LIDS,
                        Double.POSITIVE_INFINITY,
                        threads);
        var one = new double[EAST.length];
        var other = new double[EAST.length];
        double[] grams = {1, 0.5, 2};
        for (Stability stability : Stability.values()) {
            for (double wind = 0.5; wind < 5; wind += 1.5) {
                for (int from = 0; from < 360; from += 45) {
                    alone.concentrations(from, wind, stability, grams, one);
                    several.concentrations(from, wind, stability, grams, other);
                    assertThat(other).containsExactly(one);
                }
            }
        }
    }

    @Test
    void windFromTheNorthReachesTheSouth() {
        var south = new double[] {0, -1000};
        var matrices =
                SourceReceptor.of(
                        EMITTERS,
                        new double[2],
                        new double[] {-1000, 1000},
                        0,
                        SigmaCurves.BRIGGS_RURAL,
                        LIDS);
        matrices.concentrations(0, 2, Stability.D, new double[] {1, 0, 0}, south);
        assertThat(south[0]).isPositive();
        assertThat(south[1]).isZero();
        assertThat(SourceReceptor.sector(359)).isZero();
        assertThat(SourceReceptor.sector(-90)).isEqualTo(12);
    }

    @Test
    void inCalmHoursEverySideBreathesWhateverTheVane() {
        SourceReceptor matrices = matrices();
        var one = new double[3];
        var other = new double[3];
        matrices.concentrations(10, 0.3, Stability.F, new double[] {1, 1, 1}, one);
        matrices.concentrations(200, 0, Stability.F, new double[] {1, 1, 1}, other);
        assertThat(one).containsExactly(other);
        for (double value : one) {
            assertThat(value).isPositive();
        }
    }

    @Test
    void anHourLeavesNoGarbage() {
        SourceReceptor matrices = matrices();
        double[] emission = {3, 0.4, 1};
        var found = new double[3];
        var grid = new AirGrid(20, 20, 250, 600);
        var cells = new double[400];
        var puffs = new Puffs(8);
        Air air = new Air(0.5, Stability.F, SigmaCurves.PASQUILL_GIFFORD, 200);
        var background = new Background(60, 0.4, 0.7);
        Runnable hour =
                () -> {
                    matrices.concentrations(77, 3, Stability.C, emission, found);
                    grid.advance(2, 1, 10, cells, 600);
                    puffs.release(0, 0, 2, 1, 10);
                    puffs.drift(0.2, 0.1, 60);
                    found[0] = puffs.gramsPerM3(air, 10, 10, 1);
                    background.nextDay(found, emission, found);
                };
        assertThat(Steps.leastGarbage(hour)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    /** CPCB's factors of 2006-2010: 1,000 petrol cars and 500 diesel cars on 2 km at 40 km/h. */
    @Test
    void exhaustIsFlowTimesFactorTimesLength() {
        var fleet =
                List.of(
                        EmissionFactors.find("car", "petrol", "2006-2010").orElseThrow(),
                        EmissionFactors.find("car", "diesel", "2006-2010").orElseThrow());
        var traffic = new TrafficEmission(fleet, SpeedResponse.TYPICAL);
        var grams = new double[1];
        double[] flow = {1000, 500};
        traffic.gramsPerSecond(Pollutant.PM, flow, new double[] {40}, new double[] {2000}, grams);
        assertThat(grams[0]).isCloseTo((1000 * 0.02 + 500 * 0.05) * 2 / 3600, within(1e-12));
        traffic.gramsPerSecond(Pollutant.CO, flow, new double[] {40}, new double[] {2000}, grams);
        assertThat(grams[0]).isCloseTo((1000 * 1.39 + 500 * 0.58) * 2 / 3600, within(1e-12));
    }

    @Test
    void jamsAndRacesEmitMoreThanASteadyRoad() {
        SpeedResponse typical = SpeedResponse.TYPICAL;
        assertThat(typical.ratio(40)).isEqualTo(1);
        assertThat(typical.ratio(10)).isCloseTo(2.28, within(0.01));
        assertThat(typical.ratio(0)).isEqualTo(typical.ratio(5)).isGreaterThan(typical.ratio(10));
        assertThat(typical.ratio(54)).isLessThan(typical.ratio(45)).isLessThan(typical.ratio(70));
    }

    @Test
    void newerStandardsEmitLessAndElectricVehiclesNothing() {
        for (Pollutant pollutant : Pollutant.values()) {
            double four = grams("bus", "diesel", "BS-IV", pollutant);
            assertThat(grams("bus", "diesel", "BS-VI", pollutant)).isLessThanOrEqualTo(four);
            assertThat(four).isLessThan(grams("bus", "diesel", "2006-2010", pollutant));
            assertThat(grams("car", "electric", "BS-VI", pollutant)).isZero();
        }
        assertThat(EmissionFactors.list()).allMatch(row -> !row.source().isBlank());
    }

    private static double grams(String vehicle, String fuel, String standard, Pollutant pollutant) {
        return EmissionFactors.find(vehicle, fuel, standard)
                .orElseThrow()
                .gramsPerKm()
                .getOrDefault(pollutant, Double.NaN);
    }

    /** AP-42, 13.2.1: at 1 g/m2 and one short ton the dust is k itself. */
    @Test
    void dustAtUnitSiltAndMassIsTheFactor() {
        double ton = 1 / 1.10231;
        assertThat(RoadDust.gramsPerVehicleKm(RoadDust.Size.PM10, 1, ton))
                .isCloseTo(0.62, within(1e-9));
        assertThat(RoadDust.gramsPerVehicleKm(RoadDust.Size.PM25, 2, ton))
                .isCloseTo(0.15 * Math.pow(2, 0.91), within(1e-9));
        assertThat(RoadDust.afterRain(0, 24)).isEqualTo(1);
        assertThat(RoadDust.afterRain(12, 24)).isCloseTo(0.4, within(1e-12));
        assertThat(RoadDust.afterRain(24, 24)).isZero();
    }

    @Test
    void firesAndWorksEmitByMass() {
        assertThat(WasteBurning.gramsPerSecond(864, WasteBurning.PM25_GRAMS_PER_KG, 1))
                .isCloseTo(0.098, within(1e-12));
        assertThat(new Industry(3.6, 1000, 0.9).gramsPerSecond()).isCloseTo(0.1, within(1e-12));
    }

    @Seeds(20)
    void theMatrixIsLinear(long seed) {
        var random = new Random(seed);
        SourceReceptor matrices = matrices();
        double[] one = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        double[] twice = {2 * one[0], 2 * one[1], 2 * one[2]};
        var single = new double[3];
        var both = new double[3];
        matrices.concentrations(360 * random.nextDouble(), 2, Stability.B, one, single);
        matrices.concentrations(0, 2, Stability.B, one, single);
        matrices.concentrations(0, 2, Stability.B, twice, both);
        for (int receptor = 0; receptor < 3; receptor++) {
            assertThat(both[receptor]).isCloseTo(2 * single[receptor], withinPercentage(1e-10));
        }
    }
}
