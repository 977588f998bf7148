package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Random secrets of 128 bits, each made when it is first asked for and kept since.
 *
 * <p>Secrets are the one thing that must not come from a seed.
 */
final class Credentials {
    private static final int SECRET_BYTES = 16;

    private final PropertyFile file;
    private final SecureRandom random = new SecureRandom();

    Credentials(Path dataDir) {
        this.file = new PropertyFile(dataDir.resolve("credentials.properties"));
    }

    synchronized String secret(String name) throws IOException {
        Map<String, String> secrets = file.read();
        if (!secrets.containsKey(name)) {
            secrets.put(name, fresh());
            file.write(secrets);
        }
        return secrets.getOrDefault(name, "");
    }

    String fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
