package town.nagar.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeStyle;

class BacktestCommandTest {
    private static final TimeStyle STYLE = new TimeStyle(TimeStyle.Shape.MINUTE, ' ', "");

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("--domain", "water"));
        args.addAll(List.of(more));
        return BacktestCommand.run(
                args,
                false,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String series() throws IOException {
        Panel panel = Made.panel(4, 60);
        var text = new StringBuilder("time,series,value\n");
        for (int series = 0; series < panel.size(); series++) {
            for (int i = 0; i < panel.length(); i++) {
                double value = panel.at(series, i);
                text.append(STYLE.write(panel.grid().at(i)))
                        .append(',')
                        .append(panel.names().get(series))
                        .append(',')
                        .append(Double.isNaN(value) ? "" : value)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("s.csv"), text).toString();
    }

    @Test
    void aDayOfHoursIsTwentyFourRowsFromTheOriginOn() throws IOException {
        Path file = folder.resolve("o.csv");
        int status =
                run(
                        "--series",
                        series(),
                        "--from",
                        "2021-04-20",
                        "--until",
                        "2021-04-22",
                        "--every",
                        "24h",
                        "--horizon",
                        "24h",
                        "--model",
                        "last-week",
                        "--out",
                        file.toString(),
                        "--json");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).isEqualTo("origin,time,series,value,lower,upper,model");
        assertThat(lines).hasSize(1 + 3 * 2 * 24);
        assertThat(lines.get(1)).startsWith("2021-04-20 00:00,2021-04-20 00:00,a,");
        assertThat(lines.get(24)).startsWith("2021-04-20 00:00,2021-04-20 23:00,a,");
        assertThat(lines.get(1)).endsWith(",last-week");
    }

    @Test
    void theReportNamesEveryModelAndItsFigures() throws IOException {
        int status =
                run(
                        "--series",
                        series(),
                        "--origins",
                        "2021-04-20,2021-04-25",
                        "--horizon",
                        "6h",
                        "--out",
                        folder.resolve("o.csv").toString(),
                        "--json");
        assertThat(status).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.get("leaderboard").findValuesAsText("model"))
                .containsExactlyInAnyOrder(
                        "last",
                        "yesterday",
                        "last-week",
                        "week-mean",
                        "week-median",
                        "mean-3",
                        "smooth",
                        "ridge",
                        "gbm",
                        "ridge-gbm",
                        "ensemble");
        JsonNode best = report.get("leaderboard").get(0);
        for (String figure :
                List.of(
                        "mae",
                        "rmse",
                        "mape_percent",
                        "r2",
                        "mase",
                        "coverage95_percent",
                        "width80")) {
            assertThat(best.has(figure)).as(figure).isTrue();
        }
        assertThat(report.get("by_horizon").get("ensemble").has("1-3")).isTrue();
        assertThat(report.get("by_series").get("ensemble").has("b")).isTrue();
        assertThat(best.get("mae").doubleValue()).isLessThan(figure(report, "last-week"));
    }

    @Test
    void theModelsToBeMixedCanBeNamedAndPriced() throws IOException {
        int status =
                run(
                        "--series",
                        series(),
                        "--origins",
                        "2021-04-20,2021-04-25",
                        "--horizon",
                        "6h",
                        "--models",
                        "smooth",
                        "--cost-under",
                        "3",
                        "--out",
                        folder.resolve("o.csv").toString(),
                        "--json");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(report.get("leaderboard").findValuesAsText("model"))
                .contains("smooth", "ensemble", "week-mean")
                .doesNotContain("ridge", "gbm");
        JsonNode best = report.get("leaderboard").get(0);
        String name = best.get("model").textValue();
        assertThat(report.get("cost").get(name).doubleValue())
                .isEqualTo(
                        best.get("over_forecast").doubleValue()
                                + 3 * best.get("under_forecast").doubleValue());
        assertThat(report.get("by_hour").get(name).has("05")).isTrue();
        assertThat(report.get("by_hour").get(name).has("06")).isFalse();
    }

    @Test
    void aModelNobodyKnowsIsNamedWithThoseThatAre() throws IOException {
        int status =
                run(
                        "--series",
                        series(),
                        "--origins",
                        "2021-04-20",
                        "--horizon",
                        "6h",
                        "--models",
                        "gbm,oracle",
                        "--out",
                        folder.resolve("o.csv").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'oracle'").contains("lstm");
    }

    private static double figure(JsonNode report, String model) {
        for (JsonNode row : report.get("leaderboard")) {
            if (row.get("model").textValue().equals(model)) {
                return row.get("mae").doubleValue();
            }
        }
        throw new AssertionError(model);
    }

    @Test
    void badArgumentsAreTwoAndABadFileIsOne() throws IOException {
        String file = folder.resolve("o.csv").toString();
        assertThat(run("--horizon", "24h")).isEqualTo(2);
        assertThat(run("--series", "x", "--origins", "2021", "--horizon", "1parsec", "--out", file))
                .isEqualTo(2);
        assertThat(
                        run(
                                "--series",
                                series(),
                                "--origins",
                                "2021-04-20",
                                "--horizon",
                                "24h",
                                "--out",
                                file,
                                "--model",
                                "oracle"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("'oracle'; allowed")
                .contains("ridge");
        assertThat(
                        run(
                                "--series",
                                "/no/such.csv",
                                "--origins",
                                "2021-04-20",
                                "--horizon",
                                "24h",
                                "--out",
                                file))
                .isEqualTo(2);
        assertThat(
                        run(
                                "--series",
                                series(),
                                "--origins",
                                "2021-03-02",
                                "--horizon",
                                "24h",
                                "--out",
                                file))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("allowed: at least");
    }

    @Test
    void helpIsPrintedWithoutOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("forecast backtest --domain D");
    }
}
