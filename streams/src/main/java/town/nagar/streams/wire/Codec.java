package town.nagar.streams.wire;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes and reads one kind of immutable value. Has a public constructor without parameters,
 * because a savepoint names it by its class.
 */
public interface Codec<T> extends Serializable {
    /** The version that {@link #write} writes, 0 to 255; grows when the bytes change. */
    default int version() {
        return 1;
    }

    Class<T> type();

    void write(T value, DataOutputView out) throws IOException;

    /**
     * Reads a value.
     *
     * @param version with which the bytes were written
     */
    T read(int version, DataInputView in) throws IOException;
}
