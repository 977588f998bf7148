package town.nagar.engine.uncertainty.sensitivity;

import java.util.Arrays;
import java.util.List;
import town.nagar.engine.cases.CaseObject;
import town.nagar.engine.uncertainty.Factor;
import town.nagar.engine.uncertainty.Moments;

/** A way to tell which factors matter: the runs it wants and what it makes of their outputs. */
sealed interface Method {
    Design design();

    SensitivityAnswer answer(DesignFile.Column output);

    /** Shares of the variance. */
    record Sobol(SaltelliDesign design, Bootstrap bootstrap, Expected expected) implements Method {
        static Sobol read(CaseObject asked, List<Factor> factors, int seed) {
            int samples = asked.whole("samples", 2, 1 << 26, 1024);
            String points = asked.findText("points").orElse("sobol");
            SaltelliDesign design =
                    switch (points) {
                        case "sobol" -> SaltelliDesign.sobol(factors, samples, seed);
                        case "chance" -> SaltelliDesign.byChance(factors, samples, seed);
                        default ->
                                throw asked.wrong(
                                        "points is '%s'; allowed are sobol, chance"
                                                .formatted(points));
                    };
            var bootstrap =
                    new Bootstrap(
                            asked.number("confidence", 0, 1, 0.95),
                            asked.whole("resamples", 1, 100_000, 400),
                            seed);
            return new Sobol(design, bootstrap, Expected.read(asked));
        }

        @Override
        public SensitivityAnswer answer(DesignFile.Column output) {
            var moments = SobolIndices.momentsOf(design, output.values());
            var answer =
                    new SensitivityAnswer(
                                    output.name(),
                                    "sobol",
                                    "first",
                                    "first_low",
                                    "first_high",
                                    "total",
                                    "total_low",
                                    "total_high")
                            .figure("runs", design.rows())
                            .figure("mean", moments.mean())
                            .figure("variance", moments.variance());
            var indices =
                    SobolIndices.of(
                            design,
                            output.values(),
                            bootstrap.level(),
                            bootstrap.resamples(),
                            bootstrap.seed());
            indices.forEach(index -> add(answer, index));
            expected.check(answer, indices, moments);
            return answer;
        }

        private static void add(SensitivityAnswer answer, SobolIndex index) {
            answer.row(
                    index.factor(),
                    index.first(),
                    index.firstInterval().low(),
                    index.firstInterval().high(),
                    index.total(),
                    index.totalInterval().low(),
                    index.totalInterval().high());
        }
    }

    /** How the intervals of the indices come about. */
    record Bootstrap(double level, int resamples, long seed) {}

    /** What the case expects, as lists that are empty where it expects nothing. */
    record Expected(
            List<Double> first,
            List<Double> total,
            List<Double> mean,
            List<Double> variance,
            double tolerance) {
        static Expected read(CaseObject asked) {
            asked.ignore("S13"); // second-order shares are not computed
            return new Expected(
                    list(asked, "S1"),
                    list(asked, "ST"),
                    one(asked, "mean"),
                    one(asked, "variance"),
                    asked.number("tolerance", 0, 1, 0.02));
        }

        private static List<Double> list(CaseObject asked, String name) {
            return asked.has(name)
                    ? Arrays.stream(
                                    asked.numbers(
                                            name,
                                            Double.NEGATIVE_INFINITY,
                                            Double.POSITIVE_INFINITY))
                            .boxed()
                            .toList()
                    : List.of();
        }

        private static List<Double> one(CaseObject asked, String name) {
            return asked.has(name)
                    ? List.of(
                            asked.number(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                    : List.of();
        }

        void check(SensitivityAnswer answer, List<SobolIndex> indices, Moments moments) {
            requireLength("S1", first, indices.size());
            requireLength("ST", total, indices.size());
            for (int factor = 0; factor < first.size(); factor++) {
                SobolIndex index = indices.get(factor);
                answer.expect(
                        "S1 of " + index.factor(), index.first(), first.get(factor), tolerance);
            }
            for (int factor = 0; factor < total.size(); factor++) {
                SobolIndex index = indices.get(factor);
                answer.expect(
                        "ST of " + index.factor(), index.total(), total.get(factor), tolerance);
            }
            double deviation = moments.standardDeviation();
            mean.forEach(it -> answer.expect("mean", moments.mean(), it, tolerance * deviation));
            variance.forEach(
                    it -> answer.expect("variance", moments.variance(), it, tolerance * it));
        }

        private static void requireLength(String name, List<Double> expected, int factors) {
            if (!expected.isEmpty() && expected.size() != factors) {
                throw new IllegalArgumentException(
                        "%s has %d numbers; allowed are %d, one a factor"
                                .formatted(name, expected.size(), factors));
            }
        }
    }

    /** Screening. */
    record Morris(MorrisDesign design) implements Method {
        static Morris read(CaseObject asked, List<Factor> factors, int seed) {
            return new Morris(
                    MorrisDesign.of(
                            factors,
                            asked.whole("trajectories", 2, 1000, 20),
                            asked.whole("levels", 4, 100, 4),
                            seed));
        }

        @Override
        public SensitivityAnswer answer(DesignFile.Column output) {
            var answer =
                    new SensitivityAnswer(output.name(), "morris", "mu_star", "mu", "sigma")
                            .figure("runs", design.rows());
            MorrisEffect.of(design, output.values())
                    .forEach(effect ->
                            answer.row(
                                    effect.factor(), effect.muStar(), effect.mu(), effect.sigma()));
            return answer;
        }
    }

    /** One at a time. */
    record Tornado(TornadoDesign design) implements Method {
        @Override
        public SensitivityAnswer answer(DesignFile.Column output) {
            List<TornadoBar> bars = TornadoBar.of(design, output.values());
            var answer =
                    new SensitivityAnswer(
                                    output.name(),
                                    "tornado",
                                    "input_low",
                                    "input_high",
                                    "output_low",
                                    "output_high",
                                    "swing")
                            .figure("runs", design.rows())
                            .figure("at_medians", bars.getFirst().outputAtMedians());
            bars.forEach(bar ->
                    answer.row(
                            bar.factor(),
                            bar.lowInput(),
                            bar.highInput(),
                            bar.outputAtLow(),
                            bar.outputAtHigh(),
                            bar.swing()));
            return answer;
        }
    }
}
