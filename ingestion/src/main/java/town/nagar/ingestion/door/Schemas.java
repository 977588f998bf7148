package town.nagar.ingestion.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import town.nagar.contracts.Domain;

/** The JSON Schemas (2020-12) of incoming messages: what the door's reader accepts. */
public final class Schemas {
    private Schemas() {}

    /** The schema of a domain's messages. */
    public static String of(Domain domain) {
        String name = "schemas/%s.json".formatted(domain.word());
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
