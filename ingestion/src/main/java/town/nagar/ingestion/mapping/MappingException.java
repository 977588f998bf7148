package town.nagar.ingestion.mapping;

/** A mapping or a file that cannot be used; the message names the place, the value and the rule. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
