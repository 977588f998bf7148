package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same street told in every unit of flow. */
final class W11_UnitsTest {
    /** Flow of 20 l/s in each unit, by the definitions of these units. */
    @ParameterizedTest
    @CsvSource({
        "CFS, 0.70629, true",
        "GPM, 317.006, true",
        "MGD, 0.456489, true",
        "IMGD, 0.380110, true",
        "AFD, 1.400920, true",
        "LPS, 20, false",
        "LPM, 1200, false",
        "MLD, 1.728, false",
        "CMH, 72, false",
        "CMD, 1728, false",
        "CMS, 0.02, false"
    })
    void theSameWaterFlows(String unit, double flow, boolean us) {
        double metre = us ? 1 / 0.3048 : 1;
        String inp =
                """
                [JUNCTIONS]
                 j %s %s
                [RESERVOIRS]
                 lake %s
                [PIPES]
                 p lake j %s %s 120
                [OPTIONS]
                 UNITS %s
                 HEADLOSS H-W
                """
                        .formatted(
                                10 * metre,
                                flow,
                                50 * metre,
                                800 * metre,
                                us ? 150 / 25.4 : 150,
                                unit);
        Solved solved = Solved.of(inp);
        assertThat(solved.flow("p")).isCloseTo(20, within(4e-3));
        double lost = 10.667 * 800 * Math.pow(0.02 / 120, 1.852) / Math.pow(0.15, 4.871);
        assertThat(solved.head("j")).isCloseTo(50 - lost, within(5e-3));
    }
}
