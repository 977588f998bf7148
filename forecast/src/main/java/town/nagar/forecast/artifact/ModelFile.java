package town.nagar.forecast.artifact;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/**
 * A trained model as a file: its kind, a record that describes it as JSON, its weights, and a
 * CRC-32 of all that. Numbers are big-endian, lengths stand before what they measure.
 *
 * @param <D> the record that describes it
 */
public final class ModelFile<D> {
    private static final long MARK = 0x4e_4147_4152_4d44L; // NAGARMD
    private static final int MOST_BYTES = 1 << 24;
    private static final int MOST_ARRAYS = 1 << 10;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final D description;
    private final List<float[]> weights;

    private ModelFile(D description, List<float[]> weights) {
        this.description = description;
        this.weights = weights;
    }

    /** Writes a model; leaves the stream open. */
    public static void write(
            String kind, Record description, List<float[]> weights, OutputStream to)
            throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(to, new CRC32());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeLong(MARK);
        out.writeUTF(kind);
        byte[] json = JSON.writeValueAsBytes(description);
        out.writeInt(json.length);
        out.write(json);
        out.writeInt(weights.size());
        for (float[] array : weights) {
            write(array, out);
        }
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static void write(float[] array, DataOutputStream out) throws IOException {
        out.writeInt(array.length);
        for (float value : array) {
            out.writeFloat(value);
        }
    }

    /**
     * Reads a model; leaves the stream open.
     *
     * @throws IOException also if it is of another kind, or a byte has changed since it was written
     */
    public static <D extends Record> ModelFile<D> read(
            String kind, Class<D> description, InputStream from) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(from, new CRC32());
        DataInputStream in = new DataInputStream(checked);
        if (in.readLong() != MARK || !in.readUTF().equals(kind)) {
            throw new IOException("no model file of kind " + kind);
        }
        byte[] json = in.readNBytes(length(in, MOST_BYTES));
        List<float[]> weights = new ArrayList<>();
        for (int left = length(in, MOST_ARRAYS); left > 0; left--) {
            weights.add(array(in));
        }
        long sum = checked.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException("the model file has changed since it was written");
        }
        return new ModelFile<>(JSON.readValue(json, description), List.copyOf(weights));
    }

    private static float[] array(DataInputStream in) throws IOException {
        float[] array = new float[length(in, MOST_BYTES)];
        for (int i = 0; i < array.length; i++) {
            array[i] = in.readFloat();
        }
        return array;
    }

    private static int length(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("the model file has a length of " + length);
        }
        return length;
    }

    /** What describes the model. */
    public D description() {
        return description;
    }

    /** Takes the arrays one after the other, each of the length that belongs there. */
    public Weights weights() {
        return new Weights(weights);
    }

    /** The arrays in the order in which they were written. */
    public static final class Weights {
        private final List<float[]> arrays;
        private int next;

        private Weights(List<float[]> arrays) {
            this.arrays = arrays;
        }

        /**
         * The next array.
         *
         * @throws IOException if there is none, or it has another length
         */
        public float[] take(long length) throws IOException {
            if (next == arrays.size() || arrays.get(next).length != length) {
                throw new IOException("array %d has not %d numbers".formatted(next, length));
            }
            return arrays.get(next++);
        }
    }
}
