package town.nagar.engine.agriculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.course.Steps;

/** What a lawn evaporates. */
final class E01_LawnTest {
    /** FAO-56, example 17: Bangkok in April; the last figure to more digits than it prints. */
    @Test
    void bangkokInAprilEvaporatesWhatTheBookSays() {
        double above = Radiation.extraterrestrial(13.73, 105);
        double solar = Radiation.solar(above, 8.5, Radiation.daylightHours(13.73, 105));
        double net = Radiation.net(solar, Radiation.clearSky(above, 2), 34.8, 25.6, 2.85);
        double heat = PenmanMonteith.monthlySoilHeat(30.2, 29.2);
        assertThat(above).isCloseTo(38.06, within(0.01));
        assertThat(net).isCloseTo(14.33, within(0.01));
        assertThat(heat).isCloseTo(0.14, within(1e-12));
        assertThat(PenmanMonteith.millimetresPerDay(34.8, 25.6, 2.85, 2, net, heat, 2))
                .isCloseTo(5.716, within(0.003));
    }

    /** FAO-56, example 8: 20 degrees south on 3 September, 32.2 MJ/m2; example 9: 11.7 h. */
    @Test
    void theSunOfThirdSeptemberIsTheBooks() {
        assertThat(Radiation.extraterrestrial(-20, 246)).isCloseTo(32.2, within(0.05));
        assertThat(Radiation.daylightHours(-20, 246)).isCloseTo(11.7, within(0.05));
    }

    /** FAO-56, example 20: Lyon in July, from temperatures alone. */
    @Test
    void lyonInJulyEvaporatesWhatTheBookSays() {
        assertThat(Hargreaves.millimetresPerDay(14.8, 26.6, 40.6)).isCloseTo(5.0, within(0.05));
        assertThat(Hargreaves.millimetresPerDay(10, 10, 40.6)).isZero();
    }

    /** FAO-56, examples 2, 3 and 14. */
    @Test
    void vapourPressureAndWindAreTheBooks() {
        assertThat(PenmanMonteith.psychrometricKpaPerC(1800)).isCloseTo(0.054, within(5e-4));
        assertThat(PenmanMonteith.saturationKpa(24.5)).isCloseTo(3.075, within(1e-3));
        assertThat(PenmanMonteith.saturationKpa(15)).isCloseTo(1.705, within(1e-3));
        assertThat(PenmanMonteith.windAtTwoMetres(3.2, 10)).isCloseTo(2.4, within(0.05));
    }

    /** The slope is the curve's own, taken by differences. */
    @Test
    void theSlopeIsTheSaturationCurves() {
        double slow =
                (PenmanMonteith.saturationKpa(30.001) - PenmanMonteith.saturationKpa(29.999))
                        / 0.002;
        assertThat(PenmanMonteith.slopeKpaPerC(30)).isCloseTo(slow, within(1e-4));
    }

    @Test
    void aSeasonIsItsDaysAndLeavesNoGarbage() {
        int days = 40;
        var maximum = filled(days, 34.8);
        var minimum = filled(days, 25.6);
        var vapour = filled(days, 2.85);
        var wind = filled(days, 2);
        var sun = filled(days, 8.5);
        var found = new double[days];
        Runnable season =
                () ->
                        PenmanMonteith.season(
                                13.73, 2, 90, maximum, minimum, vapour, wind, sun, found);
        season.run();
        double above = Radiation.extraterrestrial(13.73, 105);
        double solar = Radiation.solar(above, 8.5, Radiation.daylightHours(13.73, 105));
        double net = Radiation.net(solar, Radiation.clearSky(above, 2), 34.8, 25.6, 2.85);
        assertThat(found[15])
                .isEqualTo(PenmanMonteith.millimetresPerDay(34.8, 25.6, 2.85, 2, net, 0, 2));
        assertThat(Steps.leastGarbage(season)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    private static double[] filled(int days, double value) {
        var series = new double[days];
        Arrays.fill(series, value);
        return series;
    }

    /** The slow twin: the library's, which makes garbage. */
    @Seeds(100)
    void theCircleIsTheLibrarys(long seed) {
        double radians = 30 * new Random(seed).nextDouble() - 15;
        assertThat(Circle.sine(radians)).isCloseTo(StrictMath.sin(radians), within(1e-14));
        assertThat(Circle.cosine(radians)).isCloseTo(StrictMath.cos(radians), within(1e-14));
    }

    @Test
    void placesWithoutSunriseAreRefused() {
        assertThatThrownBy(() -> Radiation.extraterrestrial(80, 10))
                .hasMessageContaining("latitude, degrees is 80.0; allowed are numbers from -66.0");
    }
}
