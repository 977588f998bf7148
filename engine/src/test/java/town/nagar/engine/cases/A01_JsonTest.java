package town.nagar.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a case file may say. */
final class A01_JsonTest {
    private static CaseObject read(String text) {
        return CaseObject.read("case.json", text);
    }

    @Test
    void everyKindOfValueIsRead() {
        CaseObject read =
                read(
                        "{\"n\": -1.5e2, \"t\": \"a\\u0041\\n\\\"\", \"l\": [1, 2], \"o\": {\"x\": 3}}");
        assertThat(read.number("n", -1000, 0)).isEqualTo(-150);
        assertThat(read.text("t")).isEqualTo("aA\n\"");
        assertThat(read.numbers("l", 0, 9)).containsExactly(1, 2);
        assertThat(read.object("o").whole("x", 0, 9)).isEqualTo(3);
        assertThat(read.names()).containsExactly("n", "t", "l", "o");
        read.refuseUnknown();
    }

    @Test
    void whatJsonDoesNotAllowIsRefusedWithItsLine() {
        requireRefused("{\"a\": 1,\n}", "case.json, line 2: '}' where a name in double quotes");
        requireRefused("{\"a\": 01}", "line 1: '1' where ',' or '}' is allowed");
        requireRefused("{\"a\": .5}", "'.' where a JSON value is allowed");
        requireRefused("{\"a\": nan}", "'n' where a JSON value is allowed");
        requireRefused("{\"a\": 1} x", "'x' where the end is allowed");
        requireRefused("{\"a\": 1,\n\"a\": 2}", "line 2: 'a' is given twice");
        requireRefused("{\"a\": \"b\n\"}", "at the end of a text");
        requireRefused("{\"a\": \"\\x\"}", "'\\x' is no escape");
        requireRefused("{\"a\": \"\\u00g0\"}", "four hexadecimal digits");
        requireRefused("{", "the end of the file where");
        requireRefused("", "the end of the file where a JSON value");
        requireRefused("[1]", "the case is a list; allowed is an object");
        requireRefused("[".repeat(65), "nested deeper than 64");
    }

    private static void requireRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoFiniteNumberIsRefusedByItsField() {
        for (String each : List.of("NaN", "Infinity", "-Infinity", "1e999")) {
            CaseObject read = read("{\"a\":\n%s, \"b\": [1, %s]}".formatted(each, each));
            assertThatThrownBy(() -> read.number("a", 0, 1))
                    .hasMessage(
                            "case.json, line 2: a is %s; allowed are numbers from 0.0 to 1.0",
                            each);
            assertThatThrownBy(() -> read.numbers("b", -1e9, Double.POSITIVE_INFINITY))
                    .hasMessageContaining("line 2: b is " + each);
        }
    }

    @Test
    void aWrongFieldIsNamedWithItsLineValueAndWhatIsAllowed() {
        CaseObject read =
                read("{\n\"u\": -1,\n\"v\": \"x\",\n\"w\": 1.5,\n\"r\": [[1], [1, 2, 3]]}");
        assertThatThrownBy(() -> read.number("wind|u", 0, 150))
                .hasMessage("case.json, line 2: wind is -1; allowed are numbers from 0.0 to 150.0");
        assertThatThrownBy(() -> read.number("v", 0, 1)).hasMessageContaining("line 3: v is 'x'");
        assertThatThrownBy(() -> read.whole("w", 0, 9)).hasMessageContaining("whole numbers");
        assertThatThrownBy(() -> read.rows("r", 1, 2)).hasMessageContaining("allowed are 1 to 2");
        assertThatThrownBy(() -> read.number("z", 0, 1)).hasMessageContaining("z is missing");
        assertThatThrownBy(() -> read.number("u|w", -9, 9)).hasMessageContaining("two names");
        assertThatThrownBy(() -> read("{\"wimd\": 1}").refuseUnknown())
                .hasMessageContaining("unknown field 'wimd'");
    }
}
