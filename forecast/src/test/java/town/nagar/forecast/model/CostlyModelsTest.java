package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.contracts.Domain;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.torch.PassSettings;

/** Models that learn for minutes, here for seconds: what they may read, and what a file keeps. */
class CostlyModelsTest {
    private static final int DAY = 24;
    private static final int DAYS = 60;
    private static final int END = 56 * DAY;
    private static final int STEPS = 6;
    private static final PassSettings SHORT = new PassSettings(3e-3f, 64, 3, 3);

    static Stream<Forecaster> models() {
        return Stream.of(
                new Lstm(500, SHORT),
                new ArNetEach(SHORT),
                new ProphetEach(),
                Boosted.forest(true),
                Boosted.document(),
                new Drift());
    }

    /** Two places with a daily and weekly course, noise and gaps; other values from an index on. */
    private static Problem problem(int otherFrom) {
        var random = new SplittableRandom(5);
        double[][] values = new double[2][DAYS * DAY];
        for (int series = 0; series < 2; series++) {
            for (int i = 0; i < values[series].length; i++) {
                double course = 10 * StrictMath.sin(2 * Math.PI * (i % DAY) / DAY);
                double weekend = i / DAY % 7 >= 5 ? -8 : 0;
                boolean gap = random.nextInt(40) == 0;
                double value = (series + 1) * (50 + course + weekend + random.nextGaussian());
                values[series][i] = gap ? Double.NaN : i >= otherFrom ? 7 * value : value;
            }
        }
        var grid = new TimeGrid(LocalDateTime.of(2021, 3, 1, 0, 0), Step.ofMinutes(60), DAYS * DAY);
        Panel panel = Panel.of(grid, List.of("a", "b"), values);
        Taste taste = Taste.of(Domain.TRAFFIC, true).withEffort(20, 2000);
        boolean[] holidays = new boolean[panel.length()];
        var features = new FeatureSet(panel, Covariates.none(), holidays, taste.base());
        List<Integer> every = IntStream.range(0, DAY).boxed().toList();
        return new Problem(features, STEPS, Phases.of(every, DAY), taste, 3);
    }

    private static double[][] said(Learnt learnt, Problem problem, int origin) {
        double[][] out = new double[2][STEPS];
        learnt.forecast(problem.features(), new int[] {0, 1}, origin, out);
        return out;
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatComesAfterTheEndIsNeitherLearntNorRead(Forecaster model) {
        Problem asItWas = problem(Integer.MAX_VALUE);
        Problem other = problem(END);
        try (Learnt one = model.learn(asItWas, END);
                Learnt two = model.learn(other, END)) {
            assertThat(said(one, asItWas, END)).isDeepEqualTo(said(two, other, END));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFileKeepsEveryBit(Forecaster model) throws IOException {
        Problem problem = problem(Integer.MAX_VALUE);
        try (Learnt learnt = model.learn(problem, END)) {
            var bytes = new ByteArrayOutputStream();
            learnt.write(new DataOutputStream(bytes));
            var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            try (Learnt read = Models.read(learnt.name(), in)) {
                assertThat(in.read()).isNegative();
                for (int origin : new int[] {END, END + 5, END + 40}) {
                    assertThat(said(read, problem, origin))
                            .isDeepEqualTo(said(learnt, problem, origin));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void itKnowsTheLevelOfEachSeries(Forecaster model) {
        Problem problem = problem(Integer.MAX_VALUE);
        try (Learnt learnt = model.learn(problem, END)) {
            double[][] said = said(learnt, problem, END);
            for (int series = 0; series < 2; series++) {
                for (double value : said[series]) {
                    assertThat(value / (series + 1)).isBetween(25.0, 75.0);
                }
            }
        }
    }

    /** The net's own forecast is what its parts sum to, alone and in a mix. */
    @Test
    void theNetSaysWhatLedToItsForecast() {
        Problem problem = problem(Integer.MAX_VALUE);
        FeatureSet features = problem.features();
        try (Learnt net = new Lstm(500, SHORT).learn(problem, END)) {
            for (int step : new int[] {0, 1, 5}) {
                Explanation why = net.explain(features, 1, END, step).orElseThrow();
                assertThat(why.forecast()).isCloseTo(said(net, problem, END)[1][step], within(0.1));
                assertThat(sum(why)).isCloseTo(why.forecast() - why.usual(), within(1e-6));
                assertThat(why.contributions())
                        .extracting(Contribution::feature)
                        .containsExactly(
                                "values_of_the_last_steps",
                                "neighbours_now",
                                "usual_course",
                                "same_hour_before",
                                "calendar");
                assertThat(why.method()).isEqualTo("KernelSHAP");
            }
            Learnt last = SeasonalBaseline.LAST.learnt();
            double[][] weights = {{0.25, 0.75}};
            Mixture mix = new Mixture(List.of(last, net), new int[STEPS], weights);
            Explanation whole = mix.explain(features, 1, END, 0).orElseThrow();
            Explanation part = net.explain(features, 1, END, 0).orElseThrow();
            assertThat(sum(whole)).isCloseTo(0.75 * sum(part), within(1e-6));
            assertThat(whole.method()).isEqualTo("KernelSHAP");
        }
    }

    private static double sum(Explanation why) {
        return why.contributions().stream().mapToDouble(Contribution::effect).sum();
    }

    @Test
    void whereTooLittleIsKnownTheNetGivesNoReasons() {
        Problem problem = problem(Integer.MAX_VALUE);
        try (Learnt net = new Lstm(500, SHORT).learn(problem, END)) {
            assertThat(net.explain(problem.features(), 1, 2 * 7 * DAY, 0)).isEmpty();
            assertThat(net.explain(problem.features(), 1, END, STEPS)).isEmpty();
        }
    }
}
