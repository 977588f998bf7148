package town.nagar.simulation.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2100, 12, 31);

    @Test
    void aFieldThatIsThereIsRead() {
        Fields fields =
                Fields.read(
                        "f.json",
                        """
                        {"n": 3, "x": 2.5, "t": "a b", "b": true, "d": "2026-02-28", "w": ["one"]}
                        """);
        assertThat(fields.whole("n", 1, 5, 0)).isEqualTo(3);
        assertThat(fields.number("x", 0, 5, 0)).isEqualTo(2.5);
        assertThat(fields.text("t", "")).isEqualTo("a b");
        assertThat(fields.flag("b", false)).isTrue();
        assertThat(fields.date("d", FROM, UNTIL, FROM)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(fields.words("w", Map.of("one", 1, "two", 2), List.of())).containsExactly(1);
        fields.refuseUnknown();
        fields.problems().throwIfAny();
    }

    @Test
    void aFieldThatIsNotThereIsAnsweredByItsStandIn() {
        Fields fields = Fields.read("f.json", "{}");
        assertThat(fields.whole("n", 1, 5, 4)).isEqualTo(4);
        assertThat(fields.object("o").number("x", 0, 1, 0.5)).isEqualTo(0.5);
        assertThat(fields.texts("t")).isEmpty();
        fields.problems().throwIfAny();
    }

    @Test
    void everythingThatIsWrongIsNamedWithItsLine() {
        Fields fields =
                Fields.read(
                        "f.json",
                        """
                        {
                          "days": -3,
                          "inner": {
                            "share": NaN,
                            "shaer": 1
                          },
                          "words": ["tow"]
                        }
                        """);
        fields.whole("days", 1, 366, 1);
        Fields inner = fields.object("inner");
        inner.number("share", 0, 1, 0);
        inner.refuseUnknown();
        fields.words("words", Map.of("one", 1, "two", 2), List.of());
        fields.require("name");
        assertThatThrownBy(fields.problems()::throwIfAny)
                .isInstanceOf(InputException.class)
                .hasMessage(
                        """
                        f.json, line 1: name is missing
                        f.json, line 2: days is -3; allowed are whole numbers from 1 to 366
                        f.json, line 4: inner.share is NaN; allowed are numbers from 0 to 1
                        f.json, line 5: inner.shaer is no known field; allowed are share; did you mean 'share'?
                        f.json, line 7: words is 'tow'; allowed are one, two; did you mean 'two'?\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-29 | a day that is none",
                "2026-13-01 | a month that is none",
                "1999-12-31 | too early",
                "01.03.2026 | another form"
            })
    void aDayThatIsNoneIsRefused(String day, String why) {
        Fields fields = Fields.read("f.json", "{\"d\": \"%s\"}".formatted(day));
        fields.date("d", FROM, UNTIL, FROM);
        assertThatThrownBy(fields.problems()::throwIfAny)
                .as(why)
                .hasMessage(
                        "f.json, line 1: d is '%s'; allowed are days of the calendar as YYYY-MM-DD, from 2000-01-01 to 2100-12-31"
                                .formatted(day));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,\\n \"a\": 2} | line 2",
                "{\"a\": 1,\\n\\n] | line 3",
                "{\"a\": 1} {} | line 1",
                "[1, 2] | is a list",
                "'' | the end of the file",
                "{\"a\": | line 1"
            })
    void aTextThatIsNoJsonObjectIsRefused(String text, String told) {
        String file = text.replace("\\n", "\n");
        assertThatThrownBy(() -> Fields.read("f.json", file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("f.json, line ")
                .hasMessageContaining(told);
    }

    @Test
    void aNumberTooLargeForADoubleIsRefusedByItsField() {
        Fields fields = Fields.read("f.json", "{\"x\": 1e999}");
        fields.number("x", 0, 1, 0);
        assertThatThrownBy(fields.problems()::throwIfAny).hasMessageContaining("x is 1e999");
    }

    @Test
    void whatWasReadIsWrittenAgainAsItStood() {
        String json = "{\"a\":[1,2.50,-3e4],\"b\":{\"c\":null,\"d\":true},\"e\":\"\\\"x\\\"\"}";
        assertThat(Fields.read("f.json", json).json()).isEqualTo(json);
    }
}
