package town.nagar.forecast.artifact;

import java.io.Serial;
import java.nio.file.Path;

/** A model's file that cannot be used; the message names it. */
public final class BadModelException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1;

    BadModelException(Path file, String what) {
        super("%s: %s".formatted(file, what));
    }

    BadModelException(Path file, Exception cause) {
        super("%s: %s".formatted(file, cause.getMessage()), cause);
    }
}
