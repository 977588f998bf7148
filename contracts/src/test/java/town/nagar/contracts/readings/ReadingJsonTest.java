package town.nagar.contracts.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;

class ReadingJsonTest {
    private static final Reading READING =
            new Reading(
                    Domain.POLLUTION,
                    "P001",
                    "P001",
                    Instant.parse("2026-02-06T08:00:00.123Z"),
                    Instant.parse("2026-02-06T08:00:01Z"),
                    Values.of(Domain.POLLUTION, Map.of("pm25", 85.5, "co", 0.1)),
                    Map.of("original_unit", "µg/m³"),
                    Set.of(Flag.CONVERTED, Flag.SIMULATED),
                    Long.MAX_VALUE,
                    "gateway-7");

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        assertThat(ReadingJson.read(ReadingJson.write(READING))).isEqualTo(READING);
    }

    @Test
    void aFieldOfALaterVersionIsSkipped() {
        String json = new String(ReadingJson.write(READING), StandardCharsets.UTF_8);
        String later = json.replaceFirst("\\{", "{\"later\":{\"a\":[1,2]},");
        assertThat(ReadingJson.read(later.getBytes(StandardCharsets.UTF_8))).isEqualTo(READING);
    }

    @Test
    void bytesThatAreNoJsonAreRefused() {
        assertThatThrownBy(() -> ReadingJson.read(new byte[] {'{', 'x'}))
                .isInstanceOf(UncheckedIOException.class);
    }
}
