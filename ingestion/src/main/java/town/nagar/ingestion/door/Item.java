package town.nagar.ingestion.door;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.readings.Quantity;

/** One item of a message as it is being read; the first thing wrong with it is kept. */
final class Item {
    static final long NO_TIME = Long.MIN_VALUE;

    /** In the sender's units, one slot a quantity; NaN where nothing was given. */
    final double[] values;

    private @Nullable String[] units = {};
    Map<String, String> labels = Map.of();
    String sensorId = "";
    long eventMillis = NO_TIME;

    /** A time well written, on a day that does not exist; else empty. */
    String impossibleTime = "";

    double lat = Double.NaN;
    double lon = Double.NaN;

    /** First byte of the item, and first behind it. */
    int start;

    int end;

    private @Nullable Reason reason;
    private String message = "";

    Item(int quantities) {
        values = new double[quantities];
        Arrays.fill(values, Double.NaN);
    }

    void unit(Quantity quantity, String unit) {
        if (units.length == 0) {
            units = new String[values.length];
        }
        units[quantity.index()] = unit;
    }

    /** The unit that was given for a quantity's slot; empty if none was. */
    String unit(int quantity) {
        if (units.length == 0) {
            return "";
        }
        String unit = units[quantity];
        return unit == null ? "" : unit;
    }

    void label(String name, String value) {
        if (labels.isEmpty()) {
            labels = new HashMap<>(8);
        }
        labels.put(name, value);
    }

    void wrong(Reason why, String what) {
        if (reason == null) {
            reason = why;
            message = what;
        }
    }

    boolean isWrong() {
        return reason != null;
    }

    Reason reason() {
        if (reason == null) {
            throw new IllegalStateException("nothing is wrong with the item");
        }
        return reason;
    }

    String message() {
        return message;
    }
}
