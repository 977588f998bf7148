package town.nagar.norms.air;

import java.util.Locale;

/** Why there is no index. */
public enum Reason {
    FEWER_THAN_THREE_POLLUTANTS,
    NO_PARTICULATE,
    UNDER_16_OF_24_HOURS,
    UNDER_6_OF_8_HOURS,
    UNIT_UNKNOWN,
    QUALITY_REJECTED,
    STALE;

    /** As written in answers and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
