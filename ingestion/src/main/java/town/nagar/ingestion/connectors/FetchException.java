package town.nagar.ingestion.connectors;

import java.time.Duration;

/** An answer that could not be had or read; the message has no key in it. */
final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    FetchException(String message) {
        this(message, Duration.ZERO);
    }

    FetchException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
        this.retryAfter = Duration.ZERO;
    }

    /** What the server asked for; zero if it did not. */
    Duration retryAfter() {
        return retryAfter;
    }
}
