package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Links that are opened and closed by levels, pressures, clocks and rules. */
final class W07_ControlsTest {
    private static final String CONTROLLED =
            """
            [JUNCTIONS]
             in 0 -10
             out 0 0
            [RESERVOIRS]
             lake 10
            [TANKS]
             tank 20 2 0 9 11.28379167 0
            [PIPES]
             fill in tank 10 300 130
             drain tank out 10 300 130
             side tank out 10 300 130
             away out lake 5000 100 130 0 CLOSED
            [TIMES]
             DURATION 12:00
             START CLOCKTIME 6 AM
             RULE TIMESTEP 0:01
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
            """;

    private static Solved with(String section) {
        return Solved.of(CONTROLLED + section);
    }

    @Test
    void aLevelOpensALinkAtItsSecond() {
        Solved solved = with("[CONTROLS]\n LINK away OPEN IF NODE tank ABOVE 3");
        // 1 m of 100 m2 at 10 l/s takes 10,000 s: 2:46:40
        assertThat(solved.isOpen(2, "away")).isFalse();
        assertThat(solved.isOpen(3, "away")).isTrue();
        assertThat(solved.results().solutions()).isEqualTo(14);
    }

    @Test
    void aClockClosesALink() {
        Solved solved =
                with(
                        """
                        [CONTROLS]
                         LINK drain CLOSED AT TIME 2.5
                         LINK drain OPEN AT CLOCKTIME 1:30 PM\
                        """);
        assertThat(solved.isOpen(2, "drain")).isTrue();
        assertThat(solved.isOpen(3, "drain")).isFalse();
        assertThat(solved.isOpen(7, "drain")).isFalse();
        assertThat(solved.isOpen(8, "drain")).isTrue();
    }

    @Test
    void aPressureSwitchesALinkWithinOneSolution() {
        Solved solved = with("[CONTROLS]\n LINK drain CLOSED IF NODE in ABOVE 21");
        assertThat(solved.isOpen(0, "drain")).isFalse();
    }

    @Test
    void aRuleActsWhenAllItsPremisesHold() {
        Solved solved =
                with(
                        """
                        [RULES]
                        RULE evening
                        IF SYSTEM CLOCKTIME >= 9 AM
                        AND TANK tank LEVEL ABOVE 3.5
                        THEN PIPE side STATUS IS CLOSED
                        ELSE PIPE side STATUS IS OPEN\
                        """);
        // level 3.5 after 15,000 s: 4:10; nine o'clock is hour 3
        assertThat(solved.isOpen(4, "side")).isTrue();
        assertThat(solved.isOpen(5, "side")).isFalse();
    }

    @Test
    void anOrStandsInForWhatFailedBeforeIt() {
        Solved solved =
                with(
                        """
                        [RULES]
                        RULE either
                        IF TANK tank LEVEL BELOW 1
                        OR SYSTEM TIME >= 2
                        THEN PIPE side STATUS IS CLOSED\
                        """);
        assertThat(solved.isOpen(1, "side")).isTrue();
        assertThat(solved.isOpen(3, "side")).isFalse();
    }

    @Test
    void theRuleOfHigherPriorityDecides() {
        String rules =
                """
                [RULES]
                RULE closes
                IF SYSTEM TIME >= 1
                THEN PIPE side STATUS IS CLOSED
                PRIORITY %d
                RULE opens
                IF SYSTEM TIME >= 1
                THEN PIPE side STATUS IS OPEN
                PRIORITY 2\
                """;
        assertThat(with(rules.formatted(1)).isOpen(4, "side")).isTrue();
        assertThat(with(rules.formatted(3)).isOpen(4, "side")).isFalse();
    }

    @Test
    void rulesKnowHowLongATankTakesToFill() {
        Solved solved =
                with(
                        """
                        [RULES]
                        RULE soon
                        IF TANK tank FILLTIME BELOW 17.05
                        THEN PIPE side STATUS IS CLOSED\
                        """);
        // 700 m3 at 10 l/s are 19:26:40; below 17:03 after 2:23:40
        assertThat(solved.isOpen(2, "side")).isTrue();
        assertThat(solved.isOpen(3, "side")).isFalse();
        assertThat(solved.head(12, "tank")).isCloseTo(22 + 4.32, within(1e-3));
    }
}
