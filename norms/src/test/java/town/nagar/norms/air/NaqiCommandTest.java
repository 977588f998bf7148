package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaqiCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return NaqiCommand.run(
                List.of(line.split(" ")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theIndexItsPollutantAndTheAdviceArePrinted() {
        assertThat(run("--pm25 85.5 --pm10 120 --no2 40")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NAQI 186, Moderate, because of PM2.5")
                .contains("PM10");
    }

    @Test
    void anotherUnitIsConverted() {
        assertThat(run("--pm25 20 --co-ppm 10 --no2-ppb 20 --json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"prominent_pollutant\":\"co\"")
                .contains("\"concentration\":11.4");
    }

    @Test
    void withoutEnoughPollutantsTheReasonIsGiven() {
        assertThat(run("--pm25 85.5 --json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"aqi\":null")
                .contains("\"reason\":\"fewer_than_three_pollutants\"")
                .contains("\"index\":186");
    }

    @Test
    void aBadArgumentNamesTheFlagTheValueAndWhatIsAllowed() {
        assertThat(run("--pm25 much")).isEqualTo(2);
        assertThat(run("--pm3 1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--pm25 is 'much'; allowed: a number of 0 or more")
                .contains("'--pm3' is not known; allowed: --pm25");
    }
}
