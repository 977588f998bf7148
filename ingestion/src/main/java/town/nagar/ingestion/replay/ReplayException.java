package town.nagar.ingestion.replay;

/** The town does not take what is sent; the message says why. */
final class ReplayException extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayException(String message) {
        super(message);
    }
}
