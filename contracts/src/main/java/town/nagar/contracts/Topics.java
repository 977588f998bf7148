package town.nagar.contracts;

/** The names of the Kafka topics. Keys are places, so that one place stays in order. */
public final class Topics {
    /** What was refused at the door: {@link town.nagar.contracts.readings.DeadLetter}. */
    public static final String DEAD_LETTER = "dead-letter";

    /** What deserves attention: {@link town.nagar.contracts.alerts.AlertEvent}. */
    public static final String ALERTS = "alerts";

    /** Sensors and places, compacted; keys {@code sensor/ID} and {@code place/ID}. */
    public static final String REFERENCE = "reference";

    /** Readings behind their job's watermark and its allowed lateness. */
    public static final String LATE = "late";

    /** How far the streams are behind, now: {@link town.nagar.contracts.readings.StreamLag}. */
    public static final String STREAM_LAG = "stream-lag";

    private Topics() {}

    /** Checked readings of a domain: {@link town.nagar.contracts.readings.Reading}. */
    public static String readings(Domain domain) {
        return domain.word();
    }

    /** Window results of a domain: {@link town.nagar.contracts.readings.Aggregate}. */
    public static String processed(Domain domain) {
        return domain.word() + "-processed";
    }
}
