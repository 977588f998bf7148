package town.nagar.forecast.prophet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Published answer: Prophet's Stan model, compiled by others, on the same series.
 *
 * <p>{@code golden.mjs} beside the answers says how they were made.
 */
class StanOptimumTest {
    /** As Stan printed it, with this many decimals. */
    private static final double STAN_LOG_POSTERIOR = 3192.55;

    private static final double PRINTED_TO = 0.005;

    private final double[][] town = columns();
    private final JsonNode stan = stan();
    private final History history = History.of(town[0], town[1], new double[][] {town[2]});
    private final Scale scale = Scale.of(history);
    private final List<Standard> standards = List.of(Standard.of(history.regressors()[0]));
    private final double[] changepoints = scale.times(history.changepointDays(25, 0.8));

    private static ProphetSettings settings() {
        List<Long> festivals = List.of(17105L, 17470L, 17835L);
        return ProphetSettings.of(
                List.of(Seasonality.yearly(Effect.MULTIPLIED), Seasonality.weekly(Effect.ADDED)),
                List.of(new Holiday("festival", festivals, 1, 1, 10, Effect.MULTIPLIED)),
                List.of(new Regressor("temperature", 10, Effect.ADDED)));
    }

    private double[] stanPoint() {
        double[] head = {
            stan.path("k").asDouble(),
            stan.path("m").asDouble(),
            Math.log(stan.path("sigma").asDouble())
        };
        double[] bends = list(stan.path("delta"));
        double[] weights = list(stan.path("beta"));
        double[] point = Arrays.copyOf(head, head.length + bends.length + weights.length);
        System.arraycopy(bends, 0, point, head.length, bends.length);
        System.arraycopy(weights, 0, point, head.length + bends.length, weights.length);
        return point;
    }

    private double logPosterior(double[] point) {
        Design design = new Design(Column.of(settings()), standards);
        Posterior posterior = Prophet.posterior(history, scale, design, changepoints, settings());
        return -posterior.valueAt(point, new double[point.length]);
    }

    @Test
    void stansOptimumHasTheLogPosteriorThatStanPrinted() {
        assertThat(logPosterior(stanPoint())).isCloseTo(STAN_LOG_POSTERIOR, within(PRINTED_TO));
    }

    @Test
    void stansParametersGiveStansFittedValues() {
        ProphetModel model =
                ProphetModel.at(stanPoint(), settings(), scale, standards, changepoints);
        assertThat(model.expected(history.days(), history.regressors()))
                .containsExactly(list(stan.path("fitted")), within(1e-9 * scale.size()));
    }

    @Test
    void ourOptimumIsNoWorseAndFitsTheSame() {
        ProphetModel model = Prophet.fit(town[0], town[1], new double[][] {town[2]}, settings());
        assertThat(logPosterior(point(model))).isGreaterThan(logPosterior(stanPoint()) - 0.01);
        assertThat(model.expected(history.days(), history.regressors()))
                .containsExactly(list(stan.path("fitted")), within(2e-3 * scale.size()));
    }

    private static double[] point(ProphetModel model) {
        double[] bends = model.trend().bends();
        double[] point = new double[Posterior.BENDS + bends.length + model.weights().length];
        point[Posterior.SLOPE] = model.trend().slope();
        point[Posterior.OFFSET] = model.trend().offset();
        point[Posterior.LOG_SIGMA] = Math.log(model.sigma());
        System.arraycopy(bends, 0, point, Posterior.BENDS, bends.length);
        System.arraycopy(
                model.weights(), 0, point, Posterior.BENDS + bends.length, model.weights().length);
        return point;
    }

    private static double[] list(JsonNode numbers) {
        double[] list = new double[numbers.size()];
        for (int i = 0; i < list.length; i++) {
            list[i] = numbers.get(i).asDouble();
        }
        return list;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(StanOptimumTest.class.getResourceAsStream(name), name);
    }

    private static JsonNode stan() {
        try (InputStream in = resource("irregular-town-stan.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Day, litres (NaN where missing) and temperature. */
    private static double[][] columns() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                resource("irregular-town.csv"), StandardCharsets.UTF_8))) {
            double[][] rows =
                    lines.lines().skip(1).map(StanOptimumTest::row).toArray(double[][]::new);
            double[][] columns = new double[3][rows.length];
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < 3; column++) {
                    columns[column][row] = rows[row][column];
                }
            }
            return columns;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] row(String line) {
        return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
