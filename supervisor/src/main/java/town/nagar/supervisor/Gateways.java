package town.nagar.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The gateways that may send by MQTT, each with a secret of its own.
 *
 * <p>The file holds for each a random salt and the SHA-256 of salt and secret: the secrets are
 * random and long, so a slow hash would gain nothing. A running broker sees changes within seconds.
 */
public final class Gateways {
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 8;
    private static final int SECRET_BYTES = 16;
    private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    private final Path path;

    private Gateways(Path path) {
        this.path = path;
    }

    /** The gateways of the town in a data folder; makes an empty file if there is none. */
    public static Gateways of(Path dataDir) throws IOException {
        Path folder = Files.createDirectories(dataDir.resolve(ServerName.MQTT.word()));
        var gateways = new Gateways(folder.resolve("gateways.properties"));
        if (!Files.exists(gateways.path)) {
            new PropertyFile(gateways.path).write(Map.of());
        }
        return gateways;
    }

    /** The file that the broker reads. */
    Path file() {
        return path;
    }

    /** The names of all gateways. */
    public synchronized Set<String> names() throws IOException {
        return Set.copyOf(new PropertyFile(path).read().keySet());
    }

    /**
     * Lets a gateway in and returns its secret, which can't be had again.
     *
     * @param name also its MQTT user name; one that is there already gets a new secret
     * @throws IllegalArgumentException if the name is {@code nagar}, or not 1 to 63 letters,
     *     digits, dots, hyphens and underscores
     */
    public synchronized String add(String name) throws IOException {
        if (!name.matches(NAMES) || name.equals("nagar")) {
            throw new IllegalArgumentException(
                    "gateway: %s; must be 1 to 63 letters, digits, '.', '-' or '_', and not nagar"
                            .formatted(name));
        }
        String secret = random(SECRET_BYTES);
        Map<String, String> lines = new PropertyFile(path).read();
        lines.put(name, hashed(secret));
        new PropertyFile(path).write(lines);
        return secret;
    }

    /** Lets a gateway in no more; false if it was unknown. */
    public synchronized boolean remove(String name) throws IOException {
        Map<String, String> lines = new PropertyFile(path).read();
        boolean known = lines.keySet().remove(name);
        new PropertyFile(path).write(lines);
        return known;
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HEX.formatHex(bytes);
    }

    static String hashed(String secret) {
        String salt = random(SALT_BYTES);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HEX.parseHex(salt));
            return salt + ":" + HEX.formatHex(digest.digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
