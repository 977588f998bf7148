package town.nagar.forecast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.recurrent.Sequences;

/** Sequences of past origins and what then came, by rising origin. */
record LstmCases(List<float[][]> inputs, List<Float> targets, List<Integer> origins) {
    static LstmCases of(Problem problem, int end, int from, int to, int most) {
        FeatureSet features = problem.features();
        LstmInput input = new LstmInput(features);
        int first = features.firstOrigin();
        double steps = to - from + 1;
        double weight = 0;
        for (int origin = first; origin < end - from; origin++) {
            weight += recency(problem, end - origin) * steps * problem.panel().size();
        }
        double share = most / Math.max(1, weight);
        var random = new SplittableRandom(problem.seed() * 31 + from);
        var cases = new LstmCases(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int origin = first; origin < end - from; origin++) {
            double chance = share * recency(problem, end - origin);
            for (int series = 0; series < problem.panel().size(); series++) {
                for (int step = from; step <= to && origin + step < end; step++) {
                    if (random.nextDouble() < chance && input.isUsable(series, origin)) {
                        cases.add(features, input, series, origin, origin + step);
                    }
                }
            }
        }
        return cases;
    }

    private static double recency(Problem problem, int age) {
        double days = age / (double) Math.max(1, problem.panel().grid().step().perDays(1));
        return StrictMath.pow(0.5, days / problem.taste().halfLifeDays());
    }

    private void add(FeatureSet features, LstmInput input, int series, int origin, int target) {
        double distance =
                (features.panel().at(series, target) - features.base(series, origin, target))
                        / features.scale(series, origin);
        if (Double.isFinite(distance)) {
            inputs.add(input.of(series, origin, target));
            targets.add((float) distance);
            origins.add(origin);
        }
    }

    int size() {
        return inputs.size();
    }

    /** How many come so early that their targets lie before a later one's origin. */
    int before(int later, int steps) {
        int count = later;
        while (count > 0
                && later < size()
                && origins.get(count - 1) + steps >= origins.get(later)) {
            count--;
        }
        return count;
    }

    Sequences sequences() {
        float[] wanted = new float[targets.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = targets.get(i);
        }
        return Sequences.of(inputs.toArray(float[][][]::new), wanted);
    }

    double meanError(LstmNet net, int from) {
        float[] said = net.say(inputs.subList(from, size()));
        double sum = 0;
        for (int i = 0; i < said.length; i++) {
            sum += Math.abs(said[i] - targets.get(from + i));
        }
        return sum / Math.max(1, said.length);
    }
}
