package town.nagar.ingestion.door;

import java.util.Locale;

/** Why a message was refused; the words are stable. */
public enum Reason {
    /** Not JSON, or not of the shape that the domain's schema asks for. */
    MALFORMED,
    /** A name that is no quantity of the domain. */
    UNKNOWN_QUANTITY,
    /** A domain that is none of ours. */
    UNKNOWN_DOMAIN,
    /** A unit from which there is no sure way to the canonical one. */
    UNKNOWN_UNIT,
    /** The sensor id in the message is not the one in its address. */
    SENSOR_ID_MISMATCH,
    /** A value that cannot exist. */
    OUTSIDE_PHYSICAL_RANGE,
    /** Latitude and longitude changed places. */
    COORDINATES_SWAPPED,
    /** A date or time of day that does not exist. */
    BAD_EVENT_TIME,
    /** More than a day ahead of our clock. */
    EVENT_TIME_IN_FUTURE,
    /** Before 1990. */
    EVENT_TIME_TOO_OLD,
    /** The sensor belongs to another domain. */
    WRONG_DOMAIN,
    /** One source announced too many unknown sensors. */
    TOO_MANY_NEW_SENSORS,
    /** A row of a file that its mapping cannot read. */
    BAD_ROW;

    private final String word = name().toLowerCase(Locale.ROOT);

    public String word() {
        return word;
    }

    /** Whether the domain's schema alone would have refused it. */
    boolean isOfShape() {
        return this == MALFORMED || this == UNKNOWN_QUANTITY;
    }
}
