package town.nagar.streams.wire;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.json.ContractJson;

/** Contract records as their JSON, for what is rare. */
final class JsonCodec {
    private JsonCodec() {}

    static void write(Object contract, DataOutputView out) throws IOException {
        byte[] json = ContractJson.write(contract);
        out.writeInt(json.length);
        out.write(json);
    }

    static <T> T read(Class<T> type, DataInputView in) throws IOException {
        byte[] json = new byte[in.readInt()];
        in.readFully(json);
        return ContractJson.read(json, type);
    }
}
