package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("\"concentration\":11.4")
                .contains("\"original\":{\"value\":10,\"unit\":\"ppm\",\"reference_celsius\":25}");
    }

    @Test
    void allOfAnAnswerIsOneJsonObject() {
        assertThat(run("--pm25 85.5 --pm10 120 --co 1.2 --json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        """
                        {"aqi":186,"category":"Moderate","prominent_pollutant":"pm25",\
                        "advisory":"Breathing may be harder with lung disease; discomfort for\
                         people with heart disease, children and elders.",\
                        "reason":null,"reasons":[],"beyond_scale":false,"rounding":"round_first",\
                        "sub_indices":[\
                        {"pollutant":"pm25","concentration":86,"unit":"ug/m3","index":186,\
                        "category":"Moderate","mean":85.5,"averaging_hours":24},\
                        {"pollutant":"pm10","concentration":120,"unit":"ug/m3","index":114,\
                        "category":"Moderate","mean":120,"averaging_hours":24},\
                        {"pollutant":"co","concentration":1.2,"unit":"mg/m3","index":56,\
                        "category":"Satisfactory","mean":1.2,"averaging_hours":8}]}\
                        """);
    }

    @Test
    void airAt20DegreesHoldsMoreOfAGas() {
        run("--celsius 20 --pm25 20 --pm10 20 --no2-ppb=100 --json");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"concentration\":191")
                .contains("\"reference_celsius\":20");
    }

    @Test
    void adviceIsGivenInTheLanguageAskedFor() {
        run("--pm25 10 --pm10 10 --co 0.1 --lang gu");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NAQI 17, સારી, because of PM2.5")
                .contains(Category.GOOD.advisories().gu());
    }

    @Test
    void ozoneAskingForItsHourSaysSoAndTakesIt() {
        run("--o3 300 --pm25 10 --pm10 10 --json");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"aqi\":300")
                .contains("\"o3_1h_missing\":true");
        out.reset();
        run("--o3 300 --o3-1h 748 --pm25 10 --pm10 10 --json");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"aqi\":400")
                .doesNotContain("o3_1h_missing");
    }

    @Test
    void severeAirBeyondTheScaleIs500() {
        assertThat(run("--pm2.5 900 --pm10 1e8 --no2 10")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("NAQI 500, Severe, because of PM2.5 (beyond the scale)");
    }

    @Test
    void helpIsPrintedWhereItIsAskedForAndOtherwiseAnError() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--no2-ppb");
        assertThat(
                        NaqiCommand.run(
                                List.of(),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--no2-ppb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--pm25|--pm25 has no value after it",
                "--pm25 -1|--pm25 is '-1'; allowed: a number from 0 to 1e9",
                "--pm25 NaN|--pm25 is 'NaN'; allowed",
                "--pm25 1e300|--pm25 is '1e300'; allowed",
                "--pm25 1 --pm2.5 2|--pm2.5: pm25 is given twice",
                "--pm25-ppb 1|'--pm25-ppb': unit 'ppb' of PM2.5 is unknown; allowed: [ug/m3, mg/m3]",
                "--nox 1|NOx is not NO2",
                "pm25 1|'pm25' is not known; allowed: --pm25",
                "--lang fr --pm25 1|language 'fr' is none of en, hi, gu",
                "--celsius 0 --pm25 1|reference temperature '0'; allowed: 25, 20",
                "--json|no mean of a pollutant is given"
            })
    void whatCannotBeUsedIsNamed(String line, String message) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("nagar naqi: ")
                .contains(message);
        assertThat(out.size()).isZero();
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
                .contains("--pm25 is 'much'; allowed: a number from 0 to 1e9")
                .contains("'--pm3' is not known; allowed: --pm25");
    }
}
