package town.nagar.sample.maps;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.places.Point;

/** A block of OSM PBF: a table of words, and groups of nodes and ways that refer to it. */
final class PbfBlock {
    private static final double NANOS_A_DEGREE = 1e9;

    private final OsmData data;
    private final List<String> words = new ArrayList<>();
    private final List<byte[]> groups = new ArrayList<>();
    private long granularity = 100;
    private long latOffset;
    private long lonOffset;

    private PbfBlock(OsmData data) {
        this.data = data;
    }

    /** Adds the block's nodes and ways to the data. */
    static void read(CodedInputStream in, OsmData data) throws IOException {
        PbfBlock block = new PbfBlock(data);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> block.readWords(CodedInputStream.newInstance(in.readByteArray()));
                case 2 -> block.groups.add(in.readByteArray());
                case 17 -> block.granularity = in.readInt32();
                case 19 -> block.latOffset = in.readInt64();
                case 20 -> block.lonOffset = in.readInt64();
                default -> in.skipField(tag);
            }
        }
        for (byte[] group : block.groups) {
            block.readGroup(CodedInputStream.newInstance(group));
        }
    }

    private void readWords(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                words.add(new String(in.readByteArray(), StandardCharsets.UTF_8));
            } else {
                in.skipField(tag);
            }
        }
    }

    private void readGroup(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> readNode(CodedInputStream.newInstance(in.readByteArray()));
                case 2 -> readDenseNodes(CodedInputStream.newInstance(in.readByteArray()));
                case 3 -> readWay(CodedInputStream.newInstance(in.readByteArray()));
                default -> in.skipField(tag);
            }
        }
    }

    private void readNode(CodedInputStream in) throws IOException {
        long id = 0;
        long lat = 0;
        long lon = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> id = in.readSInt64();
                case 8 -> lat = in.readSInt64();
                case 9 -> lon = in.readSInt64();
                default -> in.skipField(tag);
            }
        }
        data.addNode(id, point(lat, lon));
    }

    private void readDenseNodes(CodedInputStream in) throws IOException {
        List<Long> ids = List.of();
        List<Long> lats = List.of();
        List<Long> lons = List.of();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> ids = summed(in.readByteArray());
                case 8 -> lats = summed(in.readByteArray());
                case 9 -> lons = summed(in.readByteArray());
                default -> in.skipField(tag);
            }
        }
        for (int node = 0;
                node < Math.min(ids.size(), Math.min(lats.size(), lons.size()));
                node++) {
            data.addNode(ids.get(node), point(lats.get(node), lons.get(node)));
        }
    }

    /** Packed differences as the numbers they add up to. */
    private static List<Long> summed(byte[] packed) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(packed);
        List<Long> numbers = new ArrayList<>();
        long number = 0;
        while (!in.isAtEnd()) {
            number += in.readSInt64();
            numbers.add(number);
        }
        return numbers;
    }

    private Point point(long lat, long lon) {
        return new Point(
                (latOffset + granularity * lat) / NANOS_A_DEGREE,
                (lonOffset + granularity * lon) / NANOS_A_DEGREE);
    }

    private void readWay(CodedInputStream in) throws IOException {
        long id = 0;
        List<Integer> keys = List.of();
        List<Integer> values = List.of();
        List<Long> refs = List.of();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> id = in.readInt64();
                case 2 -> keys = packed(in.readByteArray());
                case 3 -> values = packed(in.readByteArray());
                case 8 -> refs = summed(in.readByteArray());
                default -> in.skipField(tag);
            }
        }
        Map<String, String> tags = new HashMap<>();
        for (int tag = 0; tag < Math.min(keys.size(), values.size()); tag++) {
            tags.put(words.get(keys.get(tag)), words.get(values.get(tag)));
        }
        data.addWay(new OsmWay(id, refs, tags));
    }

    private static List<Integer> packed(byte[] packed) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(packed);
        List<Integer> numbers = new ArrayList<>();
        while (!in.isAtEnd()) {
            numbers.add(in.readUInt32());
        }
        return numbers;
    }
}
