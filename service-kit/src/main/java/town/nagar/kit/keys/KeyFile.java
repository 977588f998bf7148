package town.nagar.kit.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * API keys in a file of lines {@code hash name scopes}, readable by its owner alone.
 *
 * <p>A key is 256 random bits, so one round of SHA-256 keeps it secret.
 */
public final class KeyFile implements Callers {
    private final Map<String, Caller> byHash = new ConcurrentHashMap<>();

    private KeyFile() {}

    /**
     * Opens the file, or makes it with one admin key.
     *
     * @param printOnce is told the new key; it is kept nowhere
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public static KeyFile open(Path file, SecureRandom random, Consumer<String> printOnce) {
        try {
            KeyFile keys = new KeyFile();
            if (Files.notExists(file)) {
                write(file, newKey(random, printOnce));
            }
            Files.readAllLines(file, StandardCharsets.UTF_8).forEach(keys::read);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newKey(SecureRandom random, Consumer<String> printOnce) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String key = "nagar_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        printOnce.accept(key);
        return "%s admin admin,ingest,read\n".formatted(hash(key));
    }

    private static void write(Path file, String line) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
        Files.writeString(fresh, line);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void read(String line) {
        List<String> cells = List.of(line.split(" "));
        if (cells.size() == 3) {
            Set<String> scopes =
                    List.of(cells.get(2).split(",")).stream().collect(Collectors.toSet());
            byHash.put(cells.get(0), new Caller(cells.get(1), scopes));
        }
    }

    @Override
    public Optional<Caller> find(String key) {
        return Optional.ofNullable(byHash.get(hash(key)));
    }

    private static String hash(String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
