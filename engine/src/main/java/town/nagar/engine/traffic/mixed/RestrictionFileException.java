package town.nagar.engine.traffic.mixed;

/**
 * A table of restrictions that cannot be read; names file, line, field, value and what is allowed.
 */
public final class RestrictionFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestrictionFileException(String message) {
        super(message);
    }

    RestrictionFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
