package town.nagar.forecast.recurrent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import town.nagar.forecast.torch.PassSettings;

/**
 * A net's file: a mark, the settings, the scaling, the weights, and a CRC-32 of all that.
 *
 * <p>Numbers big-endian, arrays with their length before them.
 */
final class LstmFile {
    private static final long MARK = 0x4e41_4741_524c_0001L; // NAGARL, version 1
    private static final int LONGEST = 1 << 24;

    private LstmFile() {}

    static void write(TrainedLstm lstm, OutputStream to) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(to, new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeLong(MARK);
        writeSettings(lstm.settings(), out);
        writeScaling(lstm.scaling(), out);
        for (MemoryLayer layer : lstm.weights().memory()) {
            writeArray(layer.inputWeights(), out);
            writeArray(layer.stateWeights(), out);
            writeArray(layer.inputBiases(), out);
            writeArray(layer.stateBiases(), out);
        }
        for (DenseLayer layer : List.of(lstm.weights().dense(), lstm.weights().last())) {
            writeArray(layer.weights(), out);
            writeArray(layer.biases(), out);
        }
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static void writeSettings(LstmSettings settings, DataOutputStream out)
            throws IOException {
        out.writeInt(settings.steps());
        out.writeInt(settings.features());
        out.writeInt(settings.firstState());
        out.writeInt(settings.firstLayers());
        out.writeInt(settings.secondState());
        out.writeInt(settings.dense());
        out.writeFloat(settings.dropout());
        out.writeFloat(settings.passes().learningRate());
        out.writeInt(settings.passes().batch());
        out.writeInt(settings.passes().epochs());
        out.writeInt(settings.passes().patience());
    }

    private static void writeScaling(Scaling scaling, DataOutputStream out) throws IOException {
        writeArray(scaling.means(), out);
        writeArray(scaling.factors(), out);
        out.writeFloat(scaling.targetMean());
        out.writeFloat(scaling.targetDeviation());
    }

    private static void writeArray(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static TrainedLstm read(InputStream from) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(from, new CRC32());
        DataInputStream in = new DataInputStream(checked);
        if (in.readLong() != MARK) {
            throw new IOException("no file of a recurrent net");
        }
        LstmSettings settings = readSettings(in);
        Scaling scaling = readScaling(in, settings);
        LstmWeights weights = readWeights(in, settings);
        long sum = checked.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException("the net's file has changed since it was written");
        }
        return new TrainedLstm(settings, weights, scaling, List.of());
    }

    private static LstmSettings readSettings(DataInputStream in) throws IOException {
        try {
            return new LstmSettings(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readFloat(),
                    new PassSettings(in.readFloat(), in.readInt(), in.readInt(), in.readInt()));
        } catch (IllegalArgumentException e) {
            throw new IOException("the net's settings cannot be", e);
        }
    }

    private static Scaling readScaling(DataInputStream in, LstmSettings settings)
            throws IOException {
        return new Scaling(
                readArray(in, settings.features()),
                readArray(in, settings.features()),
                in.readFloat(),
                in.readFloat());
    }

    private static LstmWeights readWeights(DataInputStream in, LstmSettings settings)
            throws IOException {
        List<MemoryLayer> memory = new ArrayList<>();
        int inputs = settings.features();
        for (int layer = 0; layer < settings.firstLayers(); layer++) {
            memory.add(readMemory(in, inputs, settings.firstState()));
            inputs = settings.firstState();
        }
        memory.add(readMemory(in, inputs, settings.secondState()));
        DenseLayer dense = readDense(in, settings.secondState(), settings.dense());
        return new LstmWeights(memory, dense, readDense(in, settings.dense(), 1));
    }

    private static MemoryLayer readMemory(DataInputStream in, int inputs, int state)
            throws IOException {
        return new MemoryLayer(
                inputs,
                state,
                readArray(in, 4L * state * inputs),
                readArray(in, 4L * state * state),
                readArray(in, 4L * state),
                readArray(in, 4L * state));
    }

    private static DenseLayer readDense(DataInputStream in, int inputs, int outputs)
            throws IOException {
        float[] weights = readArray(in, (long) inputs * outputs);
        return new DenseLayer(inputs, outputs, weights, readArray(in, outputs));
    }

    private static float[] readArray(DataInputStream in, long expected) throws IOException {
        int length = in.readInt();
        if (length != expected || length > LONGEST) {
            throw new IOException("%d numbers where %d belong".formatted(length, expected));
        }
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
