package town.nagar.sample.maps;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.TownFolderException;

/**
 * Reads OSM PBF: blocks of packed nodes and ways; relations are passed over.
 *
 * <p>Format: OpenStreetMap wiki, PBF Format; field numbers as in its fileformat.proto and
 * osmformat.proto.
 */
final class OsmPbf {
    /** The format's own limits on a header and on a block. */
    private static final int MOST_HEADER_BYTES = 64 * 1_024;

    private static final int MOST_BLOCK_BYTES = 32 * 1_024 * 1_024;
    private static final double NANOS_A_DEGREE = 1e9;

    private final Path file;
    private final OsmData data = new OsmData();

    private OsmPbf(Path file) {
        this.file = file;
    }

    static OsmData read(InputStream in, Path file) throws IOException {
        OsmPbf reader = new OsmPbf(file);
        int block = 0;
        try (DataInputStream blocks = new DataInputStream(in)) {
            while (blocks.available() > 0 || hasMore(blocks)) {
                block++;
                reader.readBlock(blocks, block);
            }
        } catch (InvalidProtocolBufferException | DataFormatException e) {
            throw new TownFolderException(
                    "%s: block %d: is no OSM PBF: %s".formatted(file, block, e.getMessage()));
        }
        if (block == 0) {
            throw new TownFolderException("%s: is empty".formatted(file));
        }
        return reader.data;
    }

    private static boolean hasMore(DataInputStream in) throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private void readBlock(DataInputStream in, int block) throws IOException, DataFormatException {
        int headerBytes = in.readInt();
        if (headerBytes < 1 || headerBytes > MOST_HEADER_BYTES) {
            throw new TownFolderException(
                    "%s: is neither OSM XML nor OSM PBF (block %d begins with length %d)"
                            .formatted(file, block, headerBytes));
        }
        CodedInputStream header = CodedInputStream.newInstance(exactly(headerBytes, in));
        String type = "";
        int blobBytes = 0;
        for (int tag = header.readTag(); tag != 0; tag = header.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> type = header.readString();
                case 3 -> blobBytes = header.readInt32();
                default -> header.skipField(tag);
            }
        }
        if (blobBytes < 1 || blobBytes > MOST_BLOCK_BYTES) {
            throw new TownFolderException(
                    "%s: block %d: %d bytes; 1 to %d"
                            .formatted(file, block, blobBytes, MOST_BLOCK_BYTES));
        }
        byte[] content = unpack(exactly(blobBytes, in), block);
        switch (type) {
            case "OSMHeader" -> readHeader(CodedInputStream.newInstance(content));
            case "OSMData" -> PbfBlock.read(CodedInputStream.newInstance(content), data);
            default -> {
                // the format asks to pass over unknown blocks
            }
        }
    }

    private byte[] exactly(int bytes, DataInputStream in) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new TownFolderException("%s: ends early".formatted(file));
        }
        return read;
    }

    private byte[] unpack(byte[] blob, int block) throws IOException, DataFormatException {
        CodedInputStream in = CodedInputStream.newInstance(blob);
        Optional<byte[]> packed = Optional.empty();
        int rawBytes = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> {
                    return in.readByteArray();
                }
                case 2 -> rawBytes = in.readInt32();
                case 3 -> packed = Optional.of(in.readByteArray());
                default -> in.skipField(tag);
            }
        }
        if (packed.isEmpty() || rawBytes < 0 || rawBytes > MOST_BLOCK_BYTES) {
            throw new TownFolderException(
                    "%s: block %d: is packed by another way than zlib".formatted(file, block));
        }
        return inflate(packed.get(), rawBytes);
    }

    private static byte[] inflate(byte[] packed, int rawBytes) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] raw = new byte[rawBytes];
            int length = inflater.inflate(raw);
            if (length < rawBytes) {
                throw new DataFormatException("%d of %d bytes".formatted(length, rawBytes));
            }
            return raw;
        } finally {
            inflater.end();
        }
    }

    private void readHeader(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> readBounds(CodedInputStream.newInstance(in.readByteArray()));
                case 4 -> requireKnown(in.readString());
                default -> in.skipField(tag);
            }
        }
    }

    private void requireKnown(String feature) throws TownFolderException {
        if (!feature.equals("OsmSchema-V0.6") && !feature.equals("DenseNodes")) {
            throw new TownFolderException(
                    "%s: needs the feature %s, which is not read".formatted(file, feature));
        }
    }

    private void readBounds(CodedInputStream in) throws IOException {
        double[] sides = new double[4];
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field >= 1 && field <= 4) {
                sides[field - 1] = in.readSInt64() / NANOS_A_DEGREE;
            } else {
                in.skipField(tag);
            }
        }
        data.setBounds(new Bounds(sides[3], sides[0], sides[2], sides[1]));
    }
}
