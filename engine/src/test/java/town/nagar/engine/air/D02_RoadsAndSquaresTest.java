package town.nagar.engine.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Sources with a length, and with an area. */
final class D02_RoadsAndSquaresTest {
    private static final Air URBAN = Air.of(2, Stability.D, SigmaCurves.BRIGGS_URBAN);

    /** 2,000 vehicles an hour of 0.05 g/km; the formula worked out by hand. */
    @Test
    void theEndlessRoadGivesTheGivenConcentrations() {
        double emission = 2000 * 0.05 / 3600 / 1000;
        double[][] given = {{10, 7.43617}, {50, 1.59081}, {100, 0.80281}};
        for (double[] row : given) {
            assertThat(1e6 * LineSource.infiniteGramsPerM3(URBAN, emission, 0.5, 0, row[0], 0))
                    .isCloseTo(row[1], withinPercentage(0.01));
        }
    }

    /** Abramowitz and Stegun, table 7.1. */
    @Test
    void theErrorFunctionIsThatOfTheTables() {
        assertThat(ErrorFunction.erf(0)).isZero();
        assertThat(ErrorFunction.erf(0.5)).isCloseTo(0.5204998778, within(1e-10));
        assertThat(ErrorFunction.erf(-1)).isCloseTo(-0.8427007929, within(1e-10));
        assertThat(ErrorFunction.erf(2)).isCloseTo(0.9953222650, within(1e-10));
        assertThat(ErrorFunction.erf(2.5 - 1e-15)).isCloseTo(ErrorFunction.erf(2.5), within(1e-14));
        assertThat(ErrorFunction.erf(9)).isEqualTo(1);
    }

    @Test
    void aLongPieceIsAsGoodAsEndlessAndItsEndHalfAsMuch() {
        double endless = LineSource.infiniteGramsPerM3(URBAN, 1, 0.5, 0, 50, 0);
        assertThat(LineSource.finiteGramsPerM3(URBAN, 1, 0.5, 0, 1e5, 50, 0, 0))
                .isCloseTo(endless, withinPercentage(1e-9));
        assertThat(LineSource.finiteGramsPerM3(URBAN, 1, 0.5, 0, 1e5, 50, 1e5, 0))
                .isCloseTo(endless / 2, withinPercentage(1e-9));
    }

    /** The slow twin: a plume every metre. */
    @Test
    void aRoadAcrossTheWindIsASumOfPlumes() {
        for (double x : new double[] {30, 200, 1000}) {
            double sum = 0;
            for (double y = -249.5; y < 250; y++) {
                sum += Plume.gramsPerM3(URBAN, 1, 0.5, x, y - 40, 1.5);
            }
            assertThat(LineSource.finiteGramsPerM3(URBAN, 1, 0.5, 0, 250, x, 40, 1.5))
                    .isCloseTo(sum, withinPercentage(0.01));
        }
    }

    @Test
    void aRoadInWindFromAnySideIsCloseToASumOfPlumes() {
        var road = new Emitter.Road(-200, 0, 200, 0, 10, 0.5);
        for (int degrees = 5; degrees < 180; degrees += 10) {
            double east = Math.cos(Math.toRadians(degrees));
            double north = Math.sin(Math.toRadians(degrees));
            double zone = LineSource.mixingZoneMetres(10, 2 * Math.max(0.5, Math.abs(north)));
            double sum = 0;
            for (double x = -199.5; x < 200; x++) {
                sum += Pieces.plume(URBAN, east, north, 10 - x, 80, 0.5, 0, zone) / 400;
            }
            assertThat(road.inWind(URBAN, east, north, 10, 80, 0))
                    .as("%d degrees", degrees)
                    .isCloseTo(sum, within(0.15 * sum + 1e-7));
        }
    }

    @Test
    void theMixingZoneIsThatOfCaline3() {
        // a 14 m road is a zone of 20 m, whose half takes 5 s at 2 m/s
        assertThat(LineSource.mixingZoneMetres(14, 2)).isCloseTo(2.35, within(1e-12));
    }

    /** The slow twin: a plume every five metres both ways. */
    @Test
    void aSquareIsASumOfPlumes() {
        for (double x : new double[] {300, 600, 2000}) {
            double sum = 0;
            for (double dx = -97.5; dx < 100; dx += 5) {
                for (double dy = -97.5; dy < 100; dy += 5) {
                    double sigma = 25;
                    sum += sigma * Plume.gramsPerM3(URBAN, 1, 0, 0, 3, x - dx, 50 - dy, 0);
                }
            }
            assertThat(AreaSource.gramsPerM3(URBAN, 1, 0, 3, 200, x, 50, 0))
                    .isCloseTo(sum, withinPercentage(0.2));
        }
        assertThat(AreaSource.gramsPerM3(URBAN, 1, 0, 3, 200, -101, 0, 0)).isZero();
        assertThat(AreaSource.gramsPerM3(URBAN, 1, 0, 3, 200, -99, 0, 0)).isPositive();
    }
}
