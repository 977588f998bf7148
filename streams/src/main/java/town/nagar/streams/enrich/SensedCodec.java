package town.nagar.streams.enrich;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.source.ReadingCodec;
import town.nagar.streams.wire.Codec;

/** Sensed readings; only written where the sinks run in another task. */
public record SensedCodec() implements Codec<Sensed> {
    private static final ReadingCodec READING = new ReadingCodec();

    @Override
    public Class<Sensed> type() {
        return Sensed.class;
    }

    @Override
    public void write(Sensed sensed, DataOutputView out) throws IOException {
        READING.write(sensed.reading(), out);
        out.writeDouble(sensed.lat());
        out.writeDouble(sensed.lon());
        out.writeByte(sensed.derived().figures().size());
        for (Map.Entry<String, Double> figure : sensed.derived().figures().entrySet()) {
            out.writeUTF(figure.getKey());
            out.writeDouble(figure.getValue());
        }
        out.writeByte(sensed.derived().words().size());
        for (Map.Entry<String, String> word : sensed.derived().words().entrySet()) {
            out.writeUTF(word.getKey());
            out.writeUTF(word.getValue());
        }
    }

    @Override
    public Sensed read(int version, DataInputView in) throws IOException {
        Reading reading = READING.read(version, in);
        double lat = in.readDouble();
        double lon = in.readDouble();
        Map<String, Double> figures = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            figures.put(in.readUTF(), in.readDouble());
        }
        Map<String, String> words = new HashMap<>();
        for (int left = in.readByte(); left > 0; left--) {
            words.put(in.readUTF(), in.readUTF());
        }
        return new Sensed(reading, lat, lon, new Derived(figures, words));
    }
}
