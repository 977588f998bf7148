package town.nagar.forecast.model;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import town.nagar.forecast.onnx.Batcher;
import town.nagar.forecast.onnx.BatcherBusy;
import town.nagar.forecast.onnx.BatcherSettings;
import town.nagar.forecast.onnx.OnnxModel;
import town.nagar.forecast.onnx.Precision;

/** A net of the steps from one to another, both included, as ONNX Runtime has it. */
record LstmNet(int from, int to, Precision precision, Bytes file, OnnxModel model, Batcher batcher)
        implements AutoCloseable {
    /**
     * Loads a net and tries it.
     *
     * @throws IOException if the file is no such net
     */
    static LstmNet of(int from, int to, Precision precision, byte[] file) throws IOException {
        OnnxModel model = OnnxModel.load(file, 1);
        model.warmUp(BatcherSettings.defaults().most());
        Batcher batcher = Batcher.start(model::predict, BatcherSettings.defaults());
        return new LstmNet(from, to, precision, new Bytes(file), model, batcher);
    }

    float[] say(List<float[][]> sequences) {
        try {
            return batcher.predictAll(sequences);
        } catch (BatcherBusy e) {
            throw new IllegalStateException("the net is too busy: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        batcher.close();
        model.close();
    }

    /** A file's bytes. */
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        void write(DataOutput out) throws IOException {
            Numbers.write(bytes, out);
        }
    }
}
