package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run tells about itself. */
final class W10_DiagnosesTest {
    private static final String TWO_STREETS =
            """
            [JUNCTIONS]
             a 10 5
             b 10 5
             c 10 5
             alone 10 1
             friend 10 1
            [RESERVOIRS]
             lake 50
            [PIPES]
             la lake a 100 200 130
             ab a b 100 200 130 0 %s
             cb c b 100 200 130
             ca c a 100 200 130 0 %s
             island alone friend 100 200 130
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             %s
            """;

    @Test
    void cutOffNodesAndTheLinksThatCutThemAreNamed() {
        Solved solved = Solved.of(TWO_STREETS.formatted("CLOSED", "CLOSED", ""));
        assertThat(solved.warnings())
                .anyMatch(w -> w.contains("nodes b, c (closed links ab, ca)"))
                .anyMatch(w -> w.contains("nodes alone, friend (no link leads there)"));
        assertThat(solved.head("a")).isBetween(49.0, 50.0);
    }

    @Test
    void oneOpenWayIsEnough() {
        Solved solved = Solved.of(TWO_STREETS.formatted("OPEN", "CLOSED", ""));
        assertThat(solved.warnings()).noneMatch(w -> w.contains("nodes b"));
        assertThat(solved.head("c")).isBetween(49.0, 50.0);
    }

    @Test
    void negativePressuresAreNamedWithAdvice() {
        Solved solved =
                Solved.of(TWO_STREETS.formatted("OPEN", "OPEN", "").replace("b 10 5", "b 60 5"));
        assertThat(solved.warnings())
                .anyMatch(w -> w.contains("junction b: pressure -10.") && w.contains("PDA"));
    }

    @Test
    void anUnbalancedSolutionTellsItsResidual() {
        Solved solved = Solved.of(TWO_STREETS.formatted("OPEN", "OPEN", "TRIALS 1"));
        assertThat(solved.results().diagnoses())
                .anyMatch(d ->
                        d instanceof Diagnosis.Unbalanced u
                                && u.trials() == 1
                                && u.residual() > 0.001);
    }

    @Test
    void aSoundNetworkHasNothingToTell() {
        String sound =
                TWO_STREETS
                        .formatted("OPEN", "OPEN", "")
                        .replace(" island alone", " x a alone 10 100 130\n island alone");
        assertThat(Solved.of(sound).warnings()).isEmpty();
    }
}
