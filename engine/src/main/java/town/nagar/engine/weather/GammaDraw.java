package town.nagar.engine.weather;

import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.Quantiles;

/**
 * Draws of the gamma distribution of scale 1.
 *
 * <p>Marsaglia, Tsang: A simple method for generating gamma variables. ACM Trans. Math. Softw. 26
 * (2000) 363-372; shapes below 1 by their remark: a draw of shape + 1 times u^(1 / shape).
 */
final class GammaDraw {
    private GammaDraw() {}

    static double of(double shape, Chance chance, int agent, int step, Purpose purpose) {
        if (shape >= 1) {
            return fromOneUp(shape, chance, agent, step, purpose);
        }
        double u = chance.uniform(agent, step, purpose, 0);
        return fromOneUp(shape + 1, chance, agent, step, purpose)
                * StrictMath.exp(StrictMath.log(u) / shape);
    }

    private static double fromOneUp(
            double shape, Chance chance, int agent, int step, Purpose purpose) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        for (int draw = 1; ; draw += 2) {
            double x = Quantiles.normal(chance.uniform(agent, step, purpose, draw), 0, 1);
            double root = 1 + c * x;
            double v = root * root * root;
            double u = chance.uniform(agent, step, purpose, draw + 1);
            if (v > 0 && StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}
