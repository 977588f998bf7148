package town.nagar.forecast.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Shapley values of groups of features of a net that reads sequences.
 *
 * <p>What a group would be if it were not known is taken from past sequences, all steps together.
 */
public final class SequenceShap {
    private static final int ASKED_AT_ONCE = 512;

    private final Function<float[][][], float[]> net;
    private final List<FeatureGroup> groups;
    private final float[][][] background;
    private final int samples;

    /**
     * @param net such as an exported net's {@code predict}
     * @param groups of features that play together; a feature in none is always known
     * @param background past sequences, some 10 to 100
     * @param samples coalitions asked at most, each with every background sequence; all are asked,
     *     and the values are exact, if there are no more
     * @throws IllegalArgumentException if there is no group or no background
     */
    public SequenceShap(
            Function<float[][][], float[]> net,
            List<FeatureGroup> groups,
            float[][][] background,
            int samples) {
        if (groups.isEmpty() || background.length == 0) {
            throw new IllegalArgumentException(
                    "%d groups, %d past sequences".formatted(groups.size(), background.length));
        }
        this.net = net;
        this.groups = List.copyOf(groups);
        this.background = background.clone();
        this.samples = samples;
    }

    /** Why the net foretells what it does for one sequence. */
    public Explanation explain(float[][] sequence, RandomGenerator random) {
        KernelShap.Values values =
                KernelShap.values(
                        coalitions -> worths(sequence, coalitions), groups.size(), samples, random);
        List<Contribution> contributions =
                IntStream.range(0, groups.size())
                        .mapToObj(i -> new Contribution(groups.get(i).name(), values.effects[i]))
                        .toList();
        return new Explanation("KernelSHAP", values.ofNobody, values.ofAll, contributions);
    }

    private double[] worths(float[][] sequence, List<boolean[]> coalitions) {
        List<float[][]> asked = new ArrayList<>();
        double[] worths = new double[coalitions.size()];
        int first = 0;
        for (int next = 0; next < worths.length; next++) {
            for (float[][] past : background) {
                asked.add(mixed(sequence, past, coalitions.get(next)));
            }
            if (asked.size() >= ASKED_AT_ONCE || next == worths.length - 1) {
                addMeans(net.apply(asked.toArray(float[][][]::new)), worths, first);
                first = next + 1;
                asked.clear();
            }
        }
        return worths;
    }

    private void addMeans(float[] answers, double[] worths, int first) {
        for (int i = 0; i < answers.length; i++) {
            worths[first + i / background.length] += (double) answers[i] / background.length;
        }
    }

    private float[][] mixed(float[][] sequence, float[][] past, boolean[] coalition) {
        float[][] mixed = new float[sequence.length][];
        for (int step = 0; step < mixed.length; step++) {
            mixed[step] = sequence[step].clone();
            for (int group = 0; group < coalition.length; group++) {
                if (!coalition[group]) {
                    take(groups.get(group), past[step], mixed[step]);
                }
            }
        }
        return mixed;
    }

    private static void take(FeatureGroup group, float[] from, float[] to) {
        for (int feature : group.features()) {
            to[feature] = from[feature];
        }
    }
}
