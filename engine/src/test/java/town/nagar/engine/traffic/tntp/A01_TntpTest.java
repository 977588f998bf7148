package town.nagar.engine.traffic.tntp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;

/** What the TNTP readers take, and what they say of what they do not. */
final class A01_TntpTest {
    private static final String NETWORK =
            """
            <NUMBER OF ZONES> 2\t\t
            <NUMBER OF NODES> 3
            <FIRST THRU NODE> 3
            <NUMBER OF LINKS> 2
            <ORIGINAL HEADER>~ \tInit node \tTerm node\t;
            <END OF METADATA>


            ~\tinit_node\tterm_node\tcapacity\t;
            \t1\t3\t900.5\t2\t1.5E+00\t0.15\t4\t60\t7\t1\t;
            ~ a comment
            \t3\t2\t0\t2\t0\t0.15\t4.5\t60\t0\t1;
            """;
    private static final String TRIPS =
            """
            <NUMBER OF ZONES> 2
            <TOTAL OD FLOW> 9.5
            <END OF METADATA>
            ~ a comment
            Origin  1
                1 :   4.0;    2 :     3.5;
            Origin \t2
            1 \t: 2.0
            """;

    @Test
    void aNetworkIsReadAsItStands() {
        RoadNetwork network = network(NETWORK);
        assertThat(network.zones()).isEqualTo(2);
        assertThat(network.nodes()).isEqualTo(3);
        assertThat(network.firstThroughNode()).isEqualTo(3);
        assertThat(network.links())
                .containsExactly(
                        new RoadLink(1, 3, 900.5, 2, 1.5, 0.15, 4, 7),
                        new RoadLink(3, 2, 0, 2, 0, 0.15, 4.5, 0));
    }

    @Test
    void columnsMayStandInAnyOrderThatACommentNames() {
        String other =
                NETWORK.replace(
                                "~\tinit_node\tterm_node\tcapacity\t;",
                                "~ power\ttoll b Free_Flow_Time init_node\tterm_node capacity ;")
                        .replaceAll("(?m)^\t1\t3\t900.*$", "4 7 0.15 1.5 1 3 900.5;")
                        .replaceAll("(?m)^\t3\t2\t0.*$", "4.5 0 0.15 0 3 2 0 ;");
        assertThat(network(other).links())
                .containsExactly(
                        new RoadLink(1, 3, 900.5, 0, 1.5, 0.15, 4, 7),
                        new RoadLink(3, 2, 0, 0, 0, 0.15, 4.5, 0));
        assertThatThrownBy(() -> network(other.replace("900.5;", ";")))
                .hasMessageContaining("has 6 columns; a link needs power, toll, b, free_flow_time");
    }

    @Test
    void tripsAreReadWithOrWithoutTheLastSemicolon() {
        TripTable trips = trips(TRIPS);
        assertThat(trips.trips(1, 2)).isEqualTo(3.5);
        assertThat(trips.trips(2, 1)).isEqualTo(2);
        assertThat(trips.intrazonal()).isEqualTo(4);
    }

    @Test
    void withoutAFirstThroughNodeTripsMayPassAnywhere() {
        assertThat(network(NETWORK.replace("<FIRST THRU NODE> 3\n", "")).firstThroughNode())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "900.5 | abc | net line 10: capacity is 'abc'; allowed are numbers from 0 to 1e15",
                "0.15 | -1 | net line 10: B is '-1'; allowed are numbers from 0 to 1e15",
                "900.5 | 0 | net line 10: link 1-3 has capacity 0; allowed is more than 0 where"
                        + " time grows with flow",
                "60 |  | net line 10: has 8 columns; a link needs init_node, term_node, capacity,"
                        + " length, free_flow_time, b, power, speed, toll",
                "<NUMBER OF LINKS> 2 | <NUMBER OF LINKS> 3 | net: <NUMBER OF LINKS> is 3, but"
                        + " there are 2 rows",
                "<NUMBER OF NODES> 3 | <NUMBER OF NODES> x | net line 2: <NUMBER OF NODES> is"
                        + " 'x'; allowed are whole numbers from 1 to 10000000",
                "<NUMBER OF NODES> 3 | <NUMBER OF NODES> 0 | net line 2: <NUMBER OF NODES> is"
                        + " '0'; allowed are whole numbers from 1 to 10000000",
                "<NUMBER OF NODES> 3 | <NUMBER OF NODES> 2 | net line 10: term node is '3';"
                        + " allowed are whole numbers 1 to 2",
                "<NUMBER OF NODES> 3 | <NODES> 3 | net has no metadata <NUMBER OF NODES>",
                "<FIRST THRU NODE> 3 | <FIRST THRU NODE> 5 | net: first through node is 5;"
                        + " allowed are 1 to 4",
                "<END OF METADATA> | 1 2 | net line 6: is '1 2'; allowed before <END OF METADATA>"
                        + " are lines <NAME> value"
            })
    void aNetworkThatCannotBeIsRefusedByLineFieldAndValue(
            String part, String instead, String message) {
        String wrong = NETWORK.replace(part, instead == null ? "" : instead);
        String spaced = part.equals("60") ? NETWORK.replace("60\t7\t1\t", "7\t") : wrong;
        assertThatThrownBy(() -> network(spaced))
                .isInstanceOf(TntpException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3.5 | many | trips line 6: trips is 'many'; allowed are numbers from 0 to 1e15",
                "3.5 | -3.5 | trips line 6: trips is '-3.5'; allowed are numbers from 0 to 1e15",
                "2 :  | 3 : | trips line 6: destination is '3'; allowed are whole numbers 1 to 2",
                "1 :  | 1 | trips line 6: has the entry '1   4.0'; allowed is"
                        + " 'destination : trips'",
                "Origin  1 | Origin 0 | trips line 5: origin is '0'; allowed are whole numbers 1"
                        + " to 2",
                "Origin  1 | ~ | trips line 6: is '1 :   4.0;    2 :     3.5;'; allowed first is"
                        + " a line 'Origin n'",
                "<END OF METADATA> | ~ | trips line 5: is 'Origin  1'; allowed before"
                        + " <END OF METADATA> are lines <NAME> value"
            })
    void tripsThatCannotBeAreRefusedByLineFieldAndValue(
            String part, String instead, String message) {
        assertThatThrownBy(() -> trips(TRIPS.replace(part, instead)))
                .isInstanceOf(TntpException.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatEndsInItsMetadataIsRefused() {
        assertThatThrownBy(() -> network("<NUMBER OF ZONES> 2\n"))
                .hasMessage("net has no line <END OF METADATA>");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Tntp.readTrips(Path.of("nowhere.tntp")))
                .isInstanceOf(TntpException.class)
                .hasMessage("nowhere.tntp does not exist");
    }

    private static RoadNetwork network(String text) {
        return Tntp.readNetwork(new StringReader(text), "net");
    }

    private static TripTable trips(String text) {
        return Tntp.readTrips(new StringReader(text), "trips");
    }
}
