package town.nagar.forecast.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A net that ONNX Runtime has loaded: sequences in, one number each out.
 *
 * <p>It may be asked by many threads at once. Where the runtime finds CUDA, that computes.
 */
public final class OnnxModel implements AutoCloseable {
    private static final int WARM_UP_ROUNDS = 3;

    private final OrtSession session;
    private final String input;
    private final int steps;
    private final int features;

    private OnnxModel(OrtSession session, String input, int steps, int features) {
        this.session = session;
        this.input = input;
        this.steps = steps;
        this.features = features;
    }

    /**
     * Loads a net.
     *
     * @param file as {@link LstmExport} writes it
     * @param threads of ONNX Runtime for one request, at least 1
     * @throws IOException if it is no such net
     */
    public static OnnxModel load(byte[] file, int threads) throws IOException {
        return RoomyThread.call("onnx", () -> loaded(file, threads));
    }

    private static OnnxModel loaded(byte[] file, int threads) throws IOException {
        OrtEnvironment runtime =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nagar");
        try (OrtSession.SessionOptions options = options(threads)) {
            return of(runtime.createSession(file, options));
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot load the net: " + e.getMessage(), e);
        }
    }

    private static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        addCudaWhereItIs(options);
        return options;
    }

    /** A runtime built with CUDA on a machine without it stays on the processor. */
    private static void addCudaWhereItIs(OrtSession.SessionOptions options) {
        if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            try {
                options.addCUDA();
            } catch (OrtException _) {
                // then the processor computes
            }
        }
    }

    private static OnnxModel of(OrtSession session) throws OrtException, IOException {
        Map.Entry<String, NodeInfo> input = session.getInputInfo().entrySet().iterator().next();
        if (input.getValue().getInfo() instanceof TensorInfo tensor
                && tensor.getShape().length == 3
                && session.getNumInputs() == 1) {
            long[] shape = tensor.getShape();
            return new OnnxModel(session, input.getKey(), (int) shape[1], (int) shape[2]);
        }
        session.close();
        throw new IOException("the net does not take sequences: " + input);
    }

    /** Steps a sequence. */
    public int steps() {
        return steps;
    }

    /** Numbers a step. */
    public int features() {
        return features;
    }

    /**
     * One number a sequence, in the target's unit.
     *
     * @param sequences sequence, step, feature; all finite
     * @throws IllegalArgumentException if a sequence is of another shape or holds what is no number
     */
    public float[] predict(float[][][] sequences) {
        if (sequences.length == 0) {
            return new float[0];
        }
        FloatBuffer values =
                ByteBuffer.allocateDirect(Float.BYTES * sequences.length * steps * features)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        for (float[][] sequence : sequences) {
            put(sequence, values);
        }
        return run(values.flip(), sequences.length);
    }

    /** Whether a sequence is of this net's shape and finite. */
    public void requireFit(float[][] sequence) {
        if (sequence.length != steps) {
            throw new IllegalArgumentException(
                    "%d steps for a net of %d".formatted(sequence.length, steps));
        }
        for (float[] step : sequence) {
            requireStep(step);
        }
    }

    private void requireStep(float[] step) {
        if (step.length != features) {
            throw new IllegalArgumentException(
                    "%d features for a net of %d".formatted(step.length, features));
        }
        for (int feature = 0; feature < features; feature++) {
            if (!Float.isFinite(step[feature])) {
                throw new IllegalArgumentException(
                        "feature %d is %s".formatted(feature, step[feature]));
            }
        }
    }

    private void put(float[][] sequence, FloatBuffer values) {
        requireFit(sequence);
        for (float[] step : sequence) {
            values.put(step);
        }
    }

    private float[] run(FloatBuffer values, int count) {
        long[] shape = {count, steps, features};
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            float[] predicted = new float[count];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(predicted);
            return predicted;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /**
     * Runs a few real predictions, of one sequence and of {@code batch}, so that the next is fast.
     *
     * @throws IllegalStateException if the net answers with what is no number
     */
    public void warmUp(int batch) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            requireNumbers(predict(new float[1][steps][features]));
            requireNumbers(predict(new float[batch][steps][features]));
        }
    }

    private static void requireNumbers(float[] predicted) {
        for (float value : predicted) {
            if (!Float.isFinite(value)) {
                throw new IllegalStateException("the net answers " + value);
            }
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
