package town.nagar.engine.uncertainty.sensitivity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import town.nagar.engine.cases.CaseObject;
import town.nagar.engine.uncertainty.Distribution;
import town.nagar.engine.uncertainty.Factor;

/** What a case file asks: a method, a model or none, and the factors. */
final class SensitivityCase {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final String ISHIGAMI = "sin x1 + a sin^2 x2 + b x3^4 sin x1, xi~U(-pi,pi)";
    private static final int LARGEST_SEED = Integer.MAX_VALUE;

    private final List<TestFunction> model;
    private final Method method;

    private SensitivityCase(List<TestFunction> model, Method method) {
        this.model = model;
        this.method = method;
    }

    /**
     * The case in a file.
     *
     * @throws town.nagar.engine.cases.CaseException naming what is wrong
     * @throws IllegalArgumentException if numbers do not fit together
     */
    static SensitivityCase read(CaseObject asked) {
        List<TestFunction> model = model(asked).stream().toList();
        Method method = method(asked, factors(asked, model));
        asked.refuseUnknown();
        return new SensitivityCase(model, method);
    }

    /** Whether the outputs come from a model of the caller's own. */
    boolean isForeign() {
        return model.isEmpty();
    }

    Design design() {
        return method.design();
    }

    DesignFile.Column evaluate(int threads) {
        return new DesignFile.Column("y", design().outputs(model::getFirst, threads));
    }

    SensitivityAnswer answer(DesignFile.Column output) {
        return method.answer(output);
    }

    private static Optional<TestFunction> model(CaseObject asked) {
        Optional<String> name = asked.findText("model|f");
        return name.map(text ->
                switch (text) {
                    case "ishigami", ISHIGAMI -> ishigami(asked);
                    case "linear" -> linear(asked);
                    case "g-function" -> new TestFunction.Product(list(asked, "a", 0));
                    default ->
                            throw asked.wrong(
                                    "model is '%s'; allowed are ishigami, linear, g-function"
                                            .formatted(text));
                });
    }

    private static TestFunction ishigami(CaseObject asked) {
        return new TestFunction.Ishigami(
                asked.number("a", -INFINITY, INFINITY, 7),
                asked.number("b", -INFINITY, INFINITY, 0.1));
    }

    private static TestFunction linear(CaseObject asked) {
        return new TestFunction.Linear(
                asked.number("constant", -INFINITY, INFINITY, 0),
                list(asked, "coefficients", -INFINITY));
    }

    private static List<Double> list(CaseObject asked, String name, double least) {
        return Arrays.stream(asked.numbers(name, least, INFINITY)).boxed().toList();
    }

    private static List<Factor> factors(CaseObject asked, List<TestFunction> model) {
        if (!asked.has("factors") && !model.isEmpty()) {
            return model.getFirst().factors();
        }
        List<Factor> factors =
                asked.objects("factors").stream().map(SensitivityCase::factor).toList();
        if (!model.isEmpty() && factors.size() != model.getFirst().factors().size()) {
            throw asked.wrong(
                    "%d factors; allowed with this model are %d"
                            .formatted(factors.size(), model.getFirst().factors().size()));
        }
        return factors;
    }

    private static Factor factor(CaseObject asked) {
        String shape = asked.text("distribution");
        Distribution distribution =
                switch (shape) {
                    case "uniform" ->
                            new Distribution.Uniform(any(asked, "low"), any(asked, "high"));
                    case "triangular" ->
                            new Distribution.Triangular(
                                    any(asked, "low"), any(asked, "mode"), any(asked, "high"));
                    case "normal" ->
                            new Distribution.Normal(
                                    any(asked, "mean"), any(asked, "standard_deviation"));
                    case "log-normal" ->
                            new Distribution.LogNormal(
                                    any(asked, "log_mean"), any(asked, "log_standard_deviation"));
                    default ->
                            throw asked.wrong(
                                    "distribution is '%s'; allowed are uniform, triangular, normal, log-normal"
                                            .formatted(shape));
                };
        var factor = new Factor(asked.text("name"), distribution);
        asked.refuseUnknown();
        return factor;
    }

    private static double any(CaseObject asked, String name) {
        return asked.number(name, -INFINITY, INFINITY);
    }

    private static Method method(CaseObject asked, List<Factor> factors) {
        int seed = asked.whole("seed", 0, LARGEST_SEED, 1);
        String name = asked.findText("method").orElse("sobol");
        return switch (name) {
            case "sobol" -> Method.Sobol.read(asked, factors, seed);
            case "morris" -> Method.Morris.read(asked, factors, seed);
            case "tornado" ->
                    new Method.Tornado(TornadoDesign.of(factors, asked.number("share", 0, 1, 0.9)));
            default ->
                    throw asked.wrong(
                            "method is '%s'; allowed are sobol, morris, tornado".formatted(name));
        };
    }
}
