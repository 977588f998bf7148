package town.nagar.sample.maps;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import town.nagar.sample.folder.TownFolderException;

/** Opens a map file whatever its form; forms are told by content, not by name. */
final class OsmFile {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int BUFFER_BYTES = 1 << 16;

    private OsmFile() {}

    /**
     * Reads OSM XML, packed or not, or OSM PBF.
     *
     * @throws TownFolderException if it is neither, or broken; the message says where
     */
    static OsmData read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return isXml(in) ? OsmXml.read(in, file) : OsmPbf.read(in, file);
        } catch (ZipException | EOFException e) {
            throw new TownFolderException(
                    "%s: ends early or is damaged: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * Opens a file and unpacks it if it is packed by gzip.
     *
     * @throws TownFolderException if there is no such file
     */
    static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TownFolderException("%s: there is no such file".formatted(file));
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        in.mark(2);
        int magic = (in.read() << 8) | in.read();
        in.reset();
        return magic == GZIP_MAGIC
                ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES)
                : in;
    }

    private static boolean isXml(InputStream in) throws IOException {
        in.mark(4);
        byte[] first = in.readNBytes(4);
        in.reset();
        return first.length > 0 && (first[0] == '<' || first[0] == (byte) 0xEF);
    }
}
