package town.nagar.norms.calendar;

/** Where a day is kept, by ISO 3166-2 code. */
public enum Region {
    INDIA("IN"),
    GUJARAT("IN-GJ");

    private final String code;

    Region(String code) {
        this.code = code;
    }

    /**
     * The region of a code.
     *
     * @throws IllegalArgumentException if it is neither IN nor IN-GJ
     */
    public static Region of(String code) {
        return switch (code) {
            case "IN" -> INDIA;
            case "IN-GJ" -> GUJARAT;
            default ->
                    throw new IllegalArgumentException(
                            "region '" + code + "' is none of IN, IN-GJ");
        };
    }

    public String code() {
        return code;
    }

    /** Whether a day kept in another region is kept here: all of India's are kept in Gujarat. */
    public boolean keeps(Region other) {
        return other == INDIA || other == this;
    }
}
