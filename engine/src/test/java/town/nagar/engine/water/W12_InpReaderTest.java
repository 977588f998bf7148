package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.water.inp.InpException;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Pipe;

/** Files as utilities have them, and what is said of those that are wrong. */
final class W12_InpReaderTest {
    private static final String SMALL =
            """
            [TITLE]
            A small town
            [JUNCTIONS]
             j 10 5 day ; a remark
            [RESERVOIRS]
             lake 50
            [TANKS]
             tank 40 1 0 3 10 0
            [PIPES]
             p lake j 100 200 130 0 Open ;
             q tank j 100 200 130
            [PUMPS]
             pump lake j HEAD lift
            [PATTERNS]
             day 1 2
            [CURVES]
             lift 10 20
            [CONTROLS]
             LINK p CLOSED IF NODE tank ABOVE 2
            [TIMES]
             DURATION 2:00
            [OPTIONS]
             UNITS LPS
            [COORDINATES]
             j 72.5 23.0
            [QUALITY]
             j 0.5
            [SEWERS]
             s 1 2 3
            [END]
            whatever follows is not read
            """;

    @Test
    void allPartsOfANetworkAreRead() {
        Network network = Solved.network(SMALL);
        assertThat(network.title()).isEqualTo("A small town");
        assertThat(network.junctionCount()).isEqualTo(1);
        assertThat(network.nodes()).hasSize(3);
        assertThat(network.links()).hasSize(3);
        assertThat(network.positions().get("j")).isEqualTo(new Network.MapPoint(72.5, 23));
        Junction junction = (Junction) network.nodes().getFirst();
        assertThat(junction.demands().getFirst().pattern().multipliers()).containsExactly(1.0, 2.0);
        assertThat(((Pipe) network.links().getFirst()).diameterMetres())
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void whatIsLeftOutIsNamed() {
        assertThat(Solved.network(SMALL).notes())
                .anyMatch(n -> n.contains("section [SEWERS] is not known and was left out"))
                .anyMatch(n -> n.contains("[QUALITY] was left out: water quality"));
        String odd = SMALL.replace("UNITS LPS", "UNITS LPS\n COLOUR BLUE");
        assertThat(Solved.network(odd).notes())
                .anyMatch(n -> n.contains("line 24: option COLOUR BLUE is not known"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "j 10 5 day | j ten 5 day | line 4: elevation \"ten\": a number is allowed",
                "j 10 5 day | j 10 5 night | line 4: pattern \"night\": the name of one in [PATTERNS]",
                "p lake j 100 | p lake nowhere 100 | line 10: node \"nowhere\": the name of one in",
                "p lake j 100 | p lake j -100 | line 10: pipe p: length -100.0; more than 0",
                "p lake j 100 | p j j 100 | line 10: link p begins and ends at the same node",
                "130 0 Open | 130 0 Ajar | line 10: status \"AJAR\": OPEN, CLOSED or CV",
                "q tank j | p tank j | line 11: link p is there more than once",
                "HEAD lift | HEAD rise | line 13: curve \"rise\": the name of one in [CURVES]",
                "HEAD lift | COLOUR red | line 13: pump property \"COLOUR\": HEAD, POWER, SPEED",
                "tank 40 1 0 3 | tank 40 5 0 3 | line 8: tank tank: levels must not fall",
                "LINK p | LINK r | line 19: link \"r\": the name of one in [PIPES]",
                "ABOVE 2 | BESIDE 2 | line 19: \"BESIDE\": ABOVE or BELOW is allowed",
                "DURATION 2:00 | DURATION soon | line 21: duration \"soon\": hours as 1.5 or 1:30",
                "UNITS LPS | UNITS CUPS | line 23: UNITS \"CUPS\": one of [CFS, GPM,",
                "j 10 5 day | j | line 4: elevation is missing (field 2)",
                "DURATION 2:00 | DURATION -2 | line 21: duration \"-2\": 0 to 100 years are allowed",
                "j 10 5 day | j 1e400 5 day | line 4: elevation \"1e400\": a number from -1e30 to 1e30",
                "DURATION 2:00 | DURATION 40000 DAYS | line 21: duration \"40000\": 0 to 100 years",
                "DURATION 2:00 | DURATION 999999999999:00 | line 21: duration \"999999999999:00\": hours",
            })
    void aWrongFieldIsToldWithFileLineAndWhatIsAllowed(String right, String wrong, String message) {
        assertThatThrownBy(() -> Solved.network(SMALL.replace(right, wrong)))
                .isInstanceOf(InpException.class)
                .hasMessageContaining("test.inp, " + message);
    }

    @Test
    void aRunThatWouldNotEndOrFitIsRefusedByItsDuration() {
        String fine =
                SMALL.replace("DURATION 2:00", "DURATION 800 DAYS\n HYDRAULIC TIMESTEP 5 SEC");
        assertThatThrownBy(() -> Solved.network(fine))
                .isInstanceOf(InpException.class)
                .hasMessageStartingWith(
                        "test.inp, line 21: duration of 13824001 hydraulic timesteps and 19201 report");
        String told = SMALL.replace("DURATION 2:00", "DURATION 800 DAYS\n REPORT TIMESTEP 10 SEC");
        assertThatThrownBy(() -> Solved.network(told))
                .isInstanceOf(InpException.class)
                .hasMessageContaining("6912001 report timesteps for 6 nodes and links")
                .hasMessageEndingWith("times nodes and links up to 20000000, are allowed");
    }

    @Test
    void rulesThatUndoEachOtherForEverAreRefused() {
        String undoing =
                """
                [RULES]
                RULE a
                IF LINK p STATUS IS OPEN
                THEN LINK p STATUS IS CLOSED
                RULE b
                IF LINK p STATUS IS CLOSED
                THEN LINK p STATUS IS OPEN
                [END]
                """;
        assertThatThrownBy(() -> Solved.network(SMALL.replace("[END]\n", undoing)))
                .isInstanceOf(InpException.class)
                .hasMessageStartingWith("test.inp, line 31: rules a (line 31), b (line 34) set");
        String alone = undoing.replaceAll("(?s)RULE b.*OPEN", "ELSE LINK p STATUS IS OPEN");
        assertThatThrownBy(() -> Solved.network(SMALL.replace("[END]\n", alone)))
                .hasMessageContaining("rules a (line 31) set each other off");
    }

    @Test
    void controlsThatAskOppositeThingsAtOnceAreNamed() {
        String line = " LINK p CLOSED IF NODE tank ABOVE 2\n";
        String apart = SMALL.replace(line, line + " LINK p OPEN IF NODE tank BELOW 1.5\n");
        assertThat(Solved.network(apart).notes()).noneMatch(n -> n.contains("opposite"));
        String across = SMALL.replace(line, line + " LINK p OPEN IF NODE tank BELOW 2.5\n");
        assertThat(Solved.network(across).notes())
                .anyMatch(n ->
                        n.equals(
                                "line 20: asks of link p at the same heads of node tank the opposite of line 19"));
    }

    @Test
    void disabledControlsAndRulesAreLeftOut() {
        String control = " LINK p CLOSED IF NODE tank ABOVE 2";
        String rule =
                """
                [RULES]
                RULE 1
                IF TANK tank LEVEL > 2
                THEN PIPE q STATUS IS CLOSED
                """;
        Network acting = Solved.network(rule + SMALL);
        assertThat(acting.controls()).hasSize(1);
        assertThat(acting.rules()).hasSize(1);
        Network disabled =
                Solved.network(rule + "DISABLED\n" + SMALL.replace(control, control + " DISABLED"));
        assertThat(disabled.controls()).isEmpty();
        assertThat(disabled.rules()).isEmpty();
    }

    @Test
    void statusesMayBeShortenedAndSiMeansLitresASecond() {
        Network network =
                Solved.network(
                        SMALL.replace("UNITS LPS", "UNITS SI").replace("130 0 Open ;", "130 Clos"));
        assertThat(network.units().flow()).isEqualTo(FileUnits.Flow.LPS);
        assertThat(network.links().getFirst())
                .isInstanceOfSatisfying(
                        Pipe.class,
                        pipe -> assertThat(pipe.position()).isEqualTo(Pipe.Position.CLOSED));
    }

    @Test
    void rulesThatComeToRestAreRead() {
        String agreeing =
                """
                [RULES]
                RULE a
                IF LINK p STATUS IS OPEN
                THEN LINK q STATUS IS CLOSED
                RULE b
                IF LINK q STATUS IS CLOSED
                THEN LINK p STATUS IS OPEN
                RULE c
                IF TANK tank LEVEL ABOVE 2
                AND LINK p STATUS IS OPEN
                THEN LINK p STATUS IS CLOSED
                RULE d
                IF TANK tank LEVEL BELOW 1
                THEN LINK p STATUS IS OPEN
                [END]
                """;
        assertThat(Solved.network(SMALL.replace("[END]\n", agreeing)).rules()).hasSize(4);
    }

    @Test
    void pressuresThatLeaveNoRoomAreRefusedWithTheirLine() {
        String inp =
                SMALL.replace(
                        "UNITS LPS",
                        "UNITS LPS\n DEMAND MODEL PDA\n REQUIRED PRESSURE -1\n TRIALS 40");
        assertThatThrownBy(() -> Solved.network(inp))
                .isInstanceOf(InpException.class)
                .hasMessage(
                        "test.inp, line 25: REQUIRED PRESSURE -1.0: more than MINIMUM PRESSURE 0.0 is allowed");
    }

    @Test
    void aNetworkWithoutAnySourceIsRefused() {
        String dry = "[JUNCTIONS]\n a 0 1\n b 0 1\n[PIPES]\n p a b 10 100 130\n";
        assertThatThrownBy(() -> Solved.network(dry))
                .hasMessageContaining("test.inp: a network needs at least one reservoir or tank");
    }

    @Test
    void textBeforeTheFirstSectionIsRefused() {
        assertThatThrownBy(() -> Solved.network("hello\n"))
                .hasMessageContaining("test.inp, line 1: \"hello\" stands before the first");
    }

    @Test
    void olderFilesInLatinLettersAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("old.inp");
        Files.write(
                file,
                SMALL.replace("small", "s\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(InpReader.read(file).title()).isEqualTo("A s\u00fc\u00dfe town");
    }

    @Test
    void timesAreReadInAllTheirForms() {
        assertThat(duration("90 MIN")).isEqualTo(5400);
        assertThat(duration("1.5")).isEqualTo(5400);
        assertThat(duration("1:30:30")).isEqualTo(5430);
        assertThat(duration("2 DAYS")).isEqualTo(172_800);
        assertThat(duration("30 SEC")).isEqualTo(30);
        String noon = SMALL.replace("DURATION 2:00", "START CLOCKTIME 12:15 PM");
        assertThat(Solved.network(noon).times().startClockSeconds()).isEqualTo(44_100);
    }

    private static long duration(String text) {
        String inp = SMALL.replace("DURATION 2:00", "DURATION " + text);
        return Solved.network(inp).times().durationSeconds();
    }
}
