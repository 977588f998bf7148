package town.nagar.engine.traffic.tntp;

/**
 * A TNTP file that cannot be read; the message names file, line, field, value and what is allowed.
 */
public final class TntpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TntpException(String message) {
        super(message);
    }

    TntpException(String message, Throwable cause) {
        super(message, cause);
    }
}
