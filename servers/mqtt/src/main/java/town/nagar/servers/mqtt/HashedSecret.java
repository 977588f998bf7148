package town.nagar.servers.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a salt followed by a long random secret. */
final class HashedSecret {
    private final byte[] salt;
    private final byte[] hash;

    private HashedSecret(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** Reads {@code salt:hash}; a malformed line matches nothing. */
    static HashedSecret parse(String line) {
        int colon = line.indexOf(':');
        try {
            HexFormat hex = HexFormat.of();
            return new HashedSecret(
                    hex.parseHex(line.substring(0, Math.max(0, colon))),
                    hex.parseHex(line.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return new HashedSecret(new byte[0], new byte[0]);
        }
    }

    boolean matches(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return MessageDigest.isEqual(hash, digest.digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
