package town.nagar.ingestion.anomalies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One quantity of one sensor: count, mean and sum of squared deviations for each of the 168 hours
 * of the week, by Welford's recurrence (Technometrics 4, 1962). From {@code memoryCount} values on
 * the weight of a new value stays 1 / memoryCount, so that old ones fade. Not for several threads.
 */
final class WeekHistory {
    static final int HOURS = 168;

    /** Memory of one history. */
    static final int BYTES = HOURS * (Character.BYTES + 2 * Float.BYTES);

    private final char[] count = new char[HOURS];
    private final float[] mean = new float[HOURS];
    private final float[] squares = new float[HOURS];

    /** Whether a value is further from the hour's mean than so many standard deviations. */
    boolean isUnusual(int hour, double value, double deviations, int minCount) {
        int n = count[hour];
        if (n < minCount) {
            return false;
        }
        double distance = value - mean[hour];
        double variance = squares[hour] / (n - 1);
        return variance > 0 && distance * distance > deviations * deviations * variance;
    }

    void learn(int hour, double value, int memoryCount) {
        int n = count[hour];
        if (n < memoryCount) {
            n++;
            count[hour] = (char) n;
        } else {
            squares[hour] *= (n - 1) / (float) n;
        }
        double before = value - mean[hour];
        mean[hour] += (float) (before / n);
        squares[hour] += (float) (before * (value - mean[hour]));
    }

    void write(DataOutput out) throws IOException {
        for (int hour = 0; hour < HOURS; hour++) {
            out.writeChar(count[hour]);
            out.writeFloat(mean[hour]);
            out.writeFloat(squares[hour]);
        }
    }

    static WeekHistory read(DataInput in) throws IOException {
        WeekHistory history = new WeekHistory();
        for (int hour = 0; hour < HOURS; hour++) {
            history.count[hour] = in.readChar();
            history.mean[hour] = in.readFloat();
            history.squares[hour] = in.readFloat();
        }
        return history;
    }
}
