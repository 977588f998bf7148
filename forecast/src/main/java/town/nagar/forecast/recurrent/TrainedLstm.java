package town.nagar.forecast.recurrent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import town.nagar.forecast.torch.Epoch;

/**
 * A trained net: weights of its best epoch, and the scales of what goes in and comes out.
 *
 * @param epochs all passes, also those after the best
 */
public record TrainedLstm(
        LstmSettings settings, LstmWeights weights, Scaling scaling, List<Epoch> epochs) {
    public TrainedLstm {
        epochs = List.copyOf(epochs);
    }

    /**
     * What PyTorch foretells, one number a sequence, in the target's unit.
     *
     * <p>For judging; the exported net serves.
     *
     * @throws IllegalArgumentException if the sequences are of another shape
     */
    public float[] predict(Sequences sequences) {
        TorchNet.requireShape(settings, sequences);
        float[] predicted = TorchNet.predict(settings, weights, sequences.scaled(scaling));
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = scaling.targetOf(predicted[i]);
        }
        return predicted;
    }

    /** Writes all but the epochs; leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        LstmFile.write(this, out);
    }

    /**
     * Reads what {@link #write} wrote; leaves the stream open.
     *
     * @throws IOException also if a byte of it has changed
     */
    public static TrainedLstm read(InputStream in) throws IOException {
        return LstmFile.read(in);
    }
}
