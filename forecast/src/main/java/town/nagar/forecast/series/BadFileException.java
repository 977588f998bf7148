package town.nagar.forecast.series;

import java.io.Serial;
import java.nio.file.Path;

/** A file that cannot be used; the message names file, line, field, value and what is allowed. */
public final class BadFileException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    public BadFileException(Path file, String what) {
        super("%s: %s".formatted(file, what));
    }

    BadFileException(Path file, long line, String field, String value, String allowed) {
        super("%s, line %d: %s is '%s'; allowed: %s".formatted(file, line, field, value, allowed));
    }
}
