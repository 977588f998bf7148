package town.nagar.town.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static Options of(String line) {
        return Options.of(List.of(line.split(" ", -1)), Set.of("port", "town"), Set.of("no-demo"));
    }

    @Test
    void valuesAndFlagsAreReadInBothSpellings() {
        Options options = of("--port 9000 --no-demo --town=folder");
        assertThat(options.integer("port", 8080, 0, 65_535)).isEqualTo(9000);
        assertThat(options.find("town")).hasValue("folder");
        assertThat(options.has("no-demo")).isTrue();
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> of("--prot 9000"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "'--prot' is not known; options: --no-demo, --port VALUE, --town VALUE");
    }

    @Test
    void aMissingRepeatedOrWrongValueIsNamed() {
        assertThatThrownBy(() -> of("--port --no-demo")).hasMessage("--port needs a value");
        assertThatThrownBy(() -> of("--port 1 --port 2")).hasMessage("--port is given twice");
        assertThatThrownBy(() -> of("--port 70000").integer("port", 0, 0, 65_535))
                .hasMessage("--port is '70000'; allowed: a whole number from 0 to 65535");
    }
}
