package town.nagar.streams.source;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.wire.Codec;
import town.nagar.streams.wire.ValuesWire;

/** A reading in about 100 bytes. */
public record ReadingCodec() implements Codec<Reading> {
    private static final Flag[] FLAGS = Flag.values();

    @Override
    public Class<Reading> type() {
        return Reading.class;
    }

    @Override
    public void write(Reading reading, DataOutputView out) throws IOException {
        ValuesWire.write(reading.values(), out);
        out.writeUTF(reading.sensorId());
        out.writeUTF(reading.placeId());
        out.writeLong(reading.eventTime().toEpochMilli());
        out.writeLong(reading.receivedAt().toEpochMilli());
        out.writeLong(reading.ingestId());
        out.writeUTF(reading.source());
        out.writeInt(bits(reading.flags()));
        out.writeShort(reading.labels().size());
        for (Map.Entry<String, String> label : reading.labels().entrySet()) {
            out.writeUTF(label.getKey());
            out.writeUTF(label.getValue());
        }
    }

    @Override
    public Reading read(int version, DataInputView in) throws IOException {
        Domain domain = ValuesWire.readDomain(in);
        Values values = ValuesWire.readValues(domain, in);
        String sensorId = in.readUTF();
        String placeId = in.readUTF();
        Instant eventTime = Instant.ofEpochMilli(in.readLong());
        Instant receivedAt = Instant.ofEpochMilli(in.readLong());
        long ingestId = in.readLong();
        String source = in.readUTF();
        Set<Flag> flags = flags(in.readInt());
        return new Reading(
                domain,
                sensorId,
                placeId,
                eventTime,
                receivedAt,
                values,
                labels(in),
                flags,
                ingestId,
                source);
    }

    private static int bits(Set<Flag> flags) {
        int bits = 0;
        for (int i = 0; i < FLAGS.length && !flags.isEmpty(); i++) {
            bits |= flags.contains(FLAGS[i]) ? (1 << i) : 0;
        }
        return bits;
    }

    private static Set<Flag> flags(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (int i = 0; i < FLAGS.length; i++) {
            if ((bits & (1 << i)) != 0) {
                flags.add(FLAGS[i]);
            }
        }
        return flags;
    }

    private static Map<String, String> labels(DataInputView in) throws IOException {
        int count = in.readUnsignedShort();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> labels = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            labels.put(in.readUTF(), in.readUTF());
        }
        return labels;
    }
}
