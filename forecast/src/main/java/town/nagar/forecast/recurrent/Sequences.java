package town.nagar.forecast.recurrent;

import java.util.Arrays;

/**
 * Sequences of hours with the target of each, in order of time.
 *
 * <p>They share one table of rows, so that windows that overlap cost no copies.
 */
public final class Sequences {
    private final int steps;
    private final int features;
    private final float[] rows;
    private final int[] lastRows;
    private final float[] targets;

    Sequences(int steps, int features, float[] rows, int[] lastRows, float[] targets) {
        this.steps = steps;
        this.features = features;
        this.rows = rows;
        this.lastRows = lastRows;
        this.targets = targets;
    }

    /**
     * Windows over a table of hours.
     *
     * @param rows one array an hour, all of one length; those in a window must be finite
     * @param steps hours a window
     * @param lastRows the last row of each window, at least {@code steps - 1}; leave out windows
     *     with gaps
     * @param targets one a window, finite
     * @throws IllegalArgumentException if a window leaves the table or holds what is no number
     */
    public static Sequences windows(float[][] rows, int steps, int[] lastRows, float[] targets) {
        int features = rows.length == 0 ? 0 : rows[0].length;
        Sequences sequences =
                new Sequences(
                        steps, features, flat(rows, features), lastRows.clone(), targets.clone());
        sequences.requireWhole(rows.length);
        return sequences;
    }

    /**
     * Sequences that share nothing.
     *
     * @param inputs sequence, step, feature
     * @param targets one a sequence
     */
    public static Sequences of(float[][][] inputs, float[] targets) {
        int steps = inputs.length == 0 ? 0 : inputs[0].length;
        float[][] rows = Arrays.stream(inputs).flatMap(Arrays::stream).toArray(float[][]::new);
        if (rows.length != steps * inputs.length) {
            throw new IllegalArgumentException("sequences of unequal length");
        }
        int[] lastRows = new int[inputs.length];
        Arrays.setAll(lastRows, sequence -> steps * (sequence + 1) - 1);
        return windows(rows, steps, lastRows, targets);
    }

    private static float[] flat(float[][] rows, int features) {
        float[] flat = new float[rows.length * features];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != features) {
                throw new IllegalArgumentException(
                        "row %d has %d of %d features".formatted(row, rows[row].length, features));
            }
            System.arraycopy(rows[row], 0, flat, row * features, features);
        }
        return flat;
    }

    private void requireWhole(int rowCount) {
        if (lastRows.length != targets.length || steps < 1) {
            throw new IllegalArgumentException(
                    "%d windows of %d steps, %d targets"
                            .formatted(lastRows.length, steps, targets.length));
        }
        for (int sequence = 0; sequence < lastRows.length; sequence++) {
            int last = lastRows[sequence];
            if (last < steps - 1 || last >= rowCount || !Float.isFinite(targets[sequence])) {
                throw new IllegalArgumentException(
                        "window %d ends at row %d of %d, target %s"
                                .formatted(sequence, last, rowCount, targets[sequence]));
            }
            requireNumbers(last);
        }
    }

    private void requireNumbers(int last) {
        for (int i = (last - steps + 1) * features; i < (last + 1) * features; i++) {
            if (!Float.isFinite(rows[i])) {
                throw new IllegalArgumentException(
                        "row %d, feature %d: %s".formatted(i / features, i % features, rows[i]));
            }
        }
    }

    /** How many sequences. */
    public int count() {
        return lastRows.length;
    }

    int steps() {
        return steps;
    }

    int features() {
        return features;
    }

    float target(int sequence) {
        return targets[sequence];
    }

    /** Sequences {@code from} to before {@code to}, on the same rows. */
    public Sequences between(int from, int to) {
        return new Sequences(
                steps,
                features,
                rows,
                Arrays.copyOfRange(lastRows, from, to),
                Arrays.copyOfRange(targets, from, to));
    }

    /** Writes one sequence, step after step. */
    void copy(int sequence, float[] into, int at) {
        int first = (lastRows[sequence] - steps + 1) * features;
        System.arraycopy(rows, first, into, at, steps * features);
    }

    /** Which rows are in any of these sequences. */
    boolean[] used() {
        boolean[] used = new boolean[features == 0 ? 0 : rows.length / features];
        for (int last : lastRows) {
            Arrays.fill(used, last - steps + 1, last + 1, true);
        }
        return used;
    }

    float value(int row, int feature) {
        return rows[row * features + feature];
    }

    Sequences scaled(Scaling scaling) {
        float[] scaled = rows.clone();
        scaling.scaleRows(scaled);
        float[] scaledTargets = new float[targets.length];
        for (int sequence = 0; sequence < targets.length; sequence++) {
            scaledTargets[sequence] = scaling.scaleTarget(targets[sequence]);
        }
        return new Sequences(steps, features, scaled, lastRows, scaledTargets);
    }
}
