package town.nagar.forecast.registry.models;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.json.ContractJson;
import town.nagar.kit.http.ApiException;

/** Reads the bodies of calls. */
final class Body {
    private Body() {}

    /**
     * Reads a record.
     *
     * @throws ApiException 400 saying what is wrong
     */
    static <T extends Record> T read(byte[] json, Class<T> type) {
        try {
            return ContractJson.read(json, type);
        } catch (UncheckedIOException e) {
            String said =
                    Optional.ofNullable(e.getCause())
                            .map(Throwable::getMessage)
                            .map(text -> text.lines().findFirst().orElse(""))
                            .orElse("");
            throw new ApiException(
                    400,
                    "INVALID_BODY",
                    "The body is not the JSON expected: " + said,
                    Map.of(),
                    Map.of());
        }
    }

    /** A field, or nothing where it was not given. */
    static String text(@Nullable String given) {
        return Optional.ofNullable(given).orElse("");
    }

    /**
     * A field that must be given.
     *
     * @throws ApiException 400 if it is not
     */
    static String required(String name, @Nullable String given) {
        String text = text(given);
        if (text.isBlank()) {
            throw ApiException.invalidParameter(name, text, "given and not blank");
        }
        return text;
    }
}
