package town.nagar.engine.json;

/** A text that is no JSON; the message says what is wrong in a line. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    JsonException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, counted from 1. */
    public int line() {
        return line;
    }
}
