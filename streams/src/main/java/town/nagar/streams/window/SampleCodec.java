package town.nagar.streams.window;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.wire.Codec;
import town.nagar.streams.wire.ValuesWire;

/** A sample in about 70 bytes. */
public record SampleCodec() implements Codec<Sample> {
    @Override
    public Class<Sample> type() {
        return Sample.class;
    }

    @Override
    public void write(Sample sample, DataOutputView out) throws IOException {
        ValuesWire.write(sample.values(), out);
        out.writeUTF(sample.sensorId());
        out.writeUTF(sample.placeId());
        out.writeLong(sample.timeMillis());
        out.writeLong(sample.ingestId());
    }

    @Override
    public Sample read(int version, DataInputView in) throws IOException {
        Domain domain = ValuesWire.readDomain(in);
        Values values = ValuesWire.readValues(domain, in);
        return new Sample(in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), values);
    }
}
