package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.explain.TreeShap;

/** Boosted trees of XGBoost over flat rows of features. */
final class Trees implements AutoCloseable {
    /**
     * Fits run side by side instead: threads of one fit wait for each other on a loaded machine.
     */
    private static final int THREADS = 1;

    private final Booster booster;

    private Trees(Booster booster) {
        this.booster = booster;
    }

    /**
     * Learns.
     *
     * @param targets one a row
     * @throws IllegalStateException if the library refuses
     */
    static Trees fit(TrainingRows rows, float[] targets, Growth growth, long seed) {
        try {
            DMatrix matrix = new DMatrix(rows.values(), rows.size(), rows.width(), Float.NaN);
            try {
                matrix.setLabel(targets);
                matrix.setWeight(rows.weights());
                return new Trees(
                        XGBoost.train(
                                matrix,
                                settings(growth, seed),
                                growth.rounds(),
                                Map.of(),
                                null,
                                null));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosted trees: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(Growth growth, long seed) {
        Map<String, Object> settings = new HashMap<>(growth.settings());
        settings.put("tree_method", "hist");
        settings.put("nthread", THREADS);
        settings.put("seed", seed);
        settings.put("verbosity", 0);
        return settings;
    }

    /** What the trees say of rows of features, one after another. */
    float[] say(float[] values, int rows, int width) {
        try {
            DMatrix matrix = new DMatrix(values, rows, width, Float.NaN);
            try {
                float[][] said = booster.predict(matrix);
                float[] out = new float[rows];
                for (int row = 0; row < rows; row++) {
                    out[row] = said[row][0];
                }
                return out;
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("boosted trees: " + e.getMessage(), e);
        }
    }

    /** What each feature of a row adds, in the order of the row; the last slot is of none. */
    double[] parts(float[] row, List<String> names) {
        Explanation said = TreeShap.explain(booster, names, row);
        double[] parts = new double[row.length + 1];
        for (int i = 0; i < row.length; i++) {
            parts[i] = said.contributions().get(i).effect();
        }
        parts[row.length] = said.usual();
        return parts;
    }

    void write(DataOutput out) throws IOException {
        try {
            byte[] bytes = booster.toByteArray("ubj");
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (XGBoostError e) {
            throw new IOException("boosted trees: " + e.getMessage(), e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Trees read(DataInput in) throws IOException {
        byte[] bytes = new byte[Numbers.count(in)];
        in.readFully(bytes);
        try {
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParam("nthread", THREADS);
            return new Trees(booster);
        } catch (XGBoostError e) {
            throw new IOException("boosted trees: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
