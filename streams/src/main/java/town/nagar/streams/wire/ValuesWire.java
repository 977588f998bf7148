package town.nagar.streams.wire;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Values;

/**
 * Values as a domain, a bit for each quantity that has a value, and those values. Bytes at rest
 * stay readable because domains and a domain's quantities are only ever added at the end.
 */
public final class ValuesWire {
    private static final List<Domain> DOMAINS = List.of(Domain.values());

    private ValuesWire() {}

    public static void write(Values values, DataOutputView out) throws IOException {
        writeDomain(values.quantities().domain(), out);
        List<Quantity> quantities = values.quantities().list();
        int present = 0;
        for (int i = 0; i < quantities.size(); i++) {
            present |= values.has(quantities.get(i)) ? (1 << i) : 0;
        }
        out.writeInt(present);
        for (int i = 0; i < quantities.size(); i++) {
            if ((present & (1 << i)) != 0) {
                out.writeDouble(values.get(quantities.get(i)));
            }
        }
    }

    public static void writeDomain(Domain domain, DataOutputView out) throws IOException {
        out.writeByte(DOMAINS.indexOf(domain));
    }

    public static Domain readDomain(DataInputView in) throws IOException {
        return DOMAINS.get(in.readByte());
    }

    /** Reads what follows the domain. */
    public static Values readValues(Domain domain, DataInputView in) throws IOException {
        Values.Builder builder = new Values.Builder(domain);
        List<Quantity> quantities = builder.quantities().list();
        int present = in.readInt();
        for (int i = 0; present >>> i != 0; i++) {
            if ((present & (1 << i)) != 0) {
                builder.set(quantities.get(i), in.readDouble());
            }
        }
        return builder.build();
    }
}
