package town.nagar.servers.mqtt;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Properties;

/**
 * Who may connect: the town itself and its gateways, each with the SHA-256 of salt and secret.
 *
 * <p>Both files hold lines {@code name=salt:hash} in hexadecimal. They are read again when they
 * have changed, so a new gateway needs no restart.
 */
final class Users {
    private final HashedSecrets town;
    private final HashedSecrets gateways;

    Users(Path townFile, Path gatewaysFile) {
        this.town = new HashedSecrets(townFile);
        this.gateways = new HashedSecrets(gatewaysFile);
    }

    /** What a connection may do. */
    enum Role {
        /** Nagar's own services: everything. */
        TOWN,
        /** A gateway: publishes readings. */
        GATEWAY
    }

    Optional<Role> find(String name, String secret) {
        if (town.accepts(name, secret)) {
            return Optional.of(Role.TOWN);
        }
        return gateways.accepts(name, secret) ? Optional.of(Role.GATEWAY) : Optional.empty();
    }

    /** One file, with what it held when it was last read. */
    private static final class HashedSecrets {
        private final Path file;
        private FileTime readAt = FileTime.fromMillis(0);
        private long readBytes = -1;
        private Properties lines = new Properties();

        HashedSecrets(Path file) {
            this.file = file;
        }

        synchronized boolean accepts(String name, String secret) {
            try {
                readIfChanged();
            } catch (IOException e) {
                System.err.println(
                        file.getFileName() + " can't be read, nobody new is let in: " + e);
            }
            return Optional.ofNullable(lines.getProperty(name))
                    .filter(line -> HashedSecret.parse(line).matches(secret))
                    .isPresent();
        }

        private void readIfChanged() throws IOException {
            FileTime changed = Files.getLastModifiedTime(file);
            long bytes = Files.size(file);
            if (changed.equals(readAt) && bytes == readBytes) {
                return;
            }
            var read = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            }
            lines = read;
            readAt = changed;
            readBytes = bytes;
        }
    }
}
