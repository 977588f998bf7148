package town.nagar.ingestion.mapping;

import town.nagar.contracts.Domain;

/** What a file's row gave. */
public sealed interface MappedItem {
    /** The row's line in the file, from 1. */
    long line();

    /**
     * A message for the door.
     *
     * @param sensorId empty if only the JSON knows
     * @param eventMillis milliseconds since 1970; negative if only the JSON knows
     * @param json the message, in UTF-8
     */
    record Message(Domain domain, String sensorId, long eventMillis, String json, long line)
            implements MappedItem {}

    /** A row that cannot be read, with the column names as a CSV file of its own. */
    record Bad(String reason, String original, long line) implements MappedItem {}
}
