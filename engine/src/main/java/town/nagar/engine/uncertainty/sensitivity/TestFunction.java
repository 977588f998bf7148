package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.uncertainty.Distribution;
import town.nagar.engine.uncertainty.Factor;

/** Functions whose indices are known in closed form. */
public sealed interface TestFunction extends ResponseModel {
    /** The inputs the closed form holds for. */
    List<Factor> factors();

    /**
     * sin x1 + a sin^2 x2 + b x3^4 sin x1 with inputs uniform from -pi to pi.
     *
     * <p>Ishigami, Homma: An importance quantification technique in uncertainty analysis for
     * computer models. ISUMA'90, 398-403.
     */
    record Ishigami(double a, double b) implements TestFunction {
        @Override
        public List<Factor> factors() {
            return named(3, new Distribution.Uniform(-Math.PI, Math.PI));
        }

        @Override
        public double respond(double[] inputs) {
            double wave = StrictMath.sin(inputs[0]);
            double hump = StrictMath.sin(inputs[1]);
            double square = inputs[2] * inputs[2];
            return wave + a * hump * hump + b * square * square * wave;
        }
    }

    /** A constant plus a coefficient times each input; inputs uniform from 0 to 1. */
    record Linear(double constant, List<Double> coefficients) implements TestFunction {
        /** Keeps its own list. */
        public Linear {
            coefficients = List.copyOf(coefficients);
        }

        @Override
        public List<Factor> factors() {
            return named(coefficients.size(), new Distribution.Uniform(0, 1));
        }

        @Override
        public double respond(double[] inputs) {
            double sum = constant;
            for (int factor = 0; factor < inputs.length; factor++) {
                sum += coefficients.get(factor) * inputs[factor];
            }
            return sum;
        }
    }

    /**
     * The product of (|4 x - 2| + a) / (1 + a) over the inputs, uniform from 0 to 1: the smaller a,
     * the more its input matters.
     *
     * <p>Saltelli, Sobol': About the use of rank transformation in sensitivity analysis of model
     * output. Reliability Engineering and System Safety 50 (1995) 225-239.
     */
    record Product(List<Double> a) implements TestFunction {
        /**
         * @throws IllegalArgumentException if a value is not 0 or more
         */
        public Product {
            a = List.copyOf(a);
            for (double value : a) {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException(
                            "a = %s; allowed are numbers from 0".formatted(value));
                }
            }
        }

        @Override
        public List<Factor> factors() {
            return named(a.size(), new Distribution.Uniform(0, 1));
        }

        @Override
        public double respond(double[] inputs) {
            double product = 1;
            for (int factor = 0; factor < inputs.length; factor++) {
                double own = a.get(factor);
                product *= (Math.abs(4 * inputs[factor] - 2) + own) / (1 + own);
            }
            return product;
        }
    }

    private static List<Factor> named(int count, Distribution distribution) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Factor("x" + number, distribution))
                .toList();
    }
}
