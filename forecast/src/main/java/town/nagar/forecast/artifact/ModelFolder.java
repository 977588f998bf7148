package town.nagar.forecast.artifact;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import town.nagar.forecast.interval.HalfWidths;
import town.nagar.forecast.model.Learnt;
import town.nagar.forecast.model.Models;

/**
 * A model as a folder: {@code model.json} says where it comes from, {@code model.bin} is what was
 * learnt, {@code intervals.bin} its half-widths, and {@code SHA256SUMS} the hashes of the three, as
 * {@code sha256sum -c} reads them.
 */
public final class ModelFolder {
    private static final String ABOUT = "model.json";
    private static final String LEARNT = "model.bin";
    private static final String WIDTHS = "intervals.bin";
    private static final String SUMS = "SHA256SUMS";

    /** The names of a model's files. */
    static final Set<String> NAMES = Set.of(ABOUT, LEARNT, WIDTHS, SUMS);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private ModelFolder() {}

    /**
     * Writes a model; the folder appears whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is something already
     */
    public static void write(SavedModel model, Path folder) throws IOException {
        write(files(model), folder);
    }

    /** The files of a model by name. */
    static Map<String, byte[]> files(SavedModel model) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(ABOUT, JSON.writeValueAsBytes(model.provenance()));
        files.put(LEARNT, bytes(out -> write(model.learnt(), out)));
        files.put(WIDTHS, bytes(out -> model.widths().write(out)));
        StringBuilder sums = new StringBuilder();
        files.forEach((name, bytes) -> sums.append(line(name, bytes)));
        files.put(SUMS, sums.toString().getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    /** Writes files; the folder appears whole or not at all. */
    static void write(Map<String, byte[]> files, Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path fresh = whole.resolveSibling(whole.getFileName() + ".new");
        Files.createDirectories(fresh);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(fresh.resolve(file.getKey()), file.getValue());
        }
        Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        writing.to(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static void write(Learnt learnt, DataOutputStream out) throws IOException {
        out.writeUTF(learnt.name());
        learnt.write(out);
    }

    private static String line(String name, byte[] bytes) {
        return "%s  %s\n"
                .formatted(HexFormat.of().formatHex(DataHash.sha256().digest(bytes)), name);
    }

    /**
     * Reads a model.
     *
     * @throws BadModelException naming the file that is missing or not as it was written
     */
    public static SavedModel read(Path folder) {
        List<String> sums = lines(folder);
        Provenance about = about(folder, sums);
        byte[] widths = checked(folder, WIDTHS, sums);
        try (var in = new DataInputStream(new ByteArrayInputStream(widths))) {
            HalfWidths own = HalfWidths.read(in);
            require(own.cover(about.series().size(), about.horizonSteps()), folder.resolve(WIDTHS));
            return new SavedModel(about, learnt(folder, sums), own);
        } catch (IOException e) {
            throw new BadModelException(folder.resolve(WIDTHS), e);
        }
    }

    private static Provenance about(Path folder, List<String> sums) {
        try {
            return JSON.readValue(checked(folder, ABOUT, sums), Provenance.class);
        } catch (JsonProcessingException e) {
            throw new BadModelException(folder.resolve(ABOUT), e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadModelException(folder.resolve(ABOUT), e);
        }
    }

    private static Learnt learnt(Path folder, List<String> sums) {
        Path file = folder.resolve(LEARNT);
        byte[] bytes = checked(folder, LEARNT, sums);
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Learnt learnt = Models.read(in.readUTF(), in);
            require(in.read() < 0, file);
            return learnt;
        } catch (EOFException e) {
            throw new BadModelException(file, "ends too early");
        } catch (IOException e) {
            throw new BadModelException(file, e);
        }
    }

    private static void require(boolean fits, Path file) {
        if (!fits) {
            throw new BadModelException(file, "does not fit the model it belongs to");
        }
    }

    private static List<String> lines(Path folder) {
        return new String(read(folder, SUMS), StandardCharsets.US_ASCII).lines().toList();
    }

    private static byte[] checked(Path folder, String name, List<String> sums) {
        byte[] bytes = read(folder, name);
        if (!sums.contains(line(name, bytes).strip())) {
            throw new BadModelException(folder.resolve(name), "has changed since it was written");
        }
        return bytes;
    }

    private static byte[] read(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadModelException(file, "is missing");
        } catch (IOException e) {
            throw new BadModelException(file, e);
        }
    }
}
