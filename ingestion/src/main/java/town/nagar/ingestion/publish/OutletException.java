package town.nagar.ingestion.publish;

/** A record was not taken: neither by Kafka nor by the spool. */
public final class OutletException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutletException(String message) {
        super(message);
    }

    OutletException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Kafka would refuse the same record again. */
    static OutletException refused(Exception cause) {
        return new OutletException("Kafka refuses the record", cause);
    }
}
