package town.nagar.engine.cases;

/**
 * A case file that cannot be read, or a value in it that is not allowed; the message says which.
 */
public final class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseException(String message) {
        super(message);
    }
}
