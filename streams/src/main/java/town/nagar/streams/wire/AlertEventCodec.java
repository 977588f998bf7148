package town.nagar.streams.wire;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.alerts.AlertEvent;

/** {@link AlertEvent} as its JSON. */
public record AlertEventCodec() implements Codec<AlertEvent> {
    @Override
    public Class<AlertEvent> type() {
        return AlertEvent.class;
    }

    @Override
    public void write(AlertEvent value, DataOutputView out) throws IOException {
        JsonCodec.write(value, out);
    }

    @Override
    public AlertEvent read(int version, DataInputView in) throws IOException {
        return JsonCodec.read(AlertEvent.class, in);
    }
}
