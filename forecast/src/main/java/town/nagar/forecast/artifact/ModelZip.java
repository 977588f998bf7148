package town.nagar.forecast.artifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A model's folder as one file; the same model gives the same bytes. */
public final class ModelZip {
    /** The earliest time that a zip knows, in local time whatever the zone: 1980-01-01. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int MOST_BYTES = 1 << 28;

    private ModelZip() {}

    /** The folder that {@link ModelFolder#write} would write, packed. */
    public static byte[] pack(SavedModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : ModelFolder.files(model).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the folder that was packed; it appears whole or not at all.
     *
     * @throws IOException also if the bytes are no model's zip
     */
    public static void unpack(byte[] bytes, Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] file = zip.readNBytes((int) left + 1);
                left -= file.length;
                if (left < 0 || !ModelFolder.NAMES.contains(entry.getName())) {
                    throw new IOException("no model's file: " + entry.getName());
                }
                files.put(entry.getName(), file);
            }
        }
        if (!files.keySet().equals(ModelFolder.NAMES)) {
            throw new IOException("a model's zip has %s".formatted(files.keySet()));
        }
        ModelFolder.write(files, folder);
    }
}
