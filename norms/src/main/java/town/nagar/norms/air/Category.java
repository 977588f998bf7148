package town.nagar.norms.air;

import java.util.Locale;

/** A band of the index with CPCB's word, and its advice in Nagar's words. */
public enum Category {
    GOOD(0, 50, "Good", "Little or no harm to health is expected."),
    SATISFACTORY(51, 100, "Satisfactory", "Sensitive people may notice slight trouble breathing."),
    MODERATE(
            101,
            200,
            "Moderate",
            "Breathing may be harder with lung disease; discomfort for people with heart disease,"
                    + " children and elders."),
    POOR(
            201,
            300,
            "Poor",
            "Long exposure may trouble anyone's breathing; people with heart disease may feel"
                    + " discomfort."),
    VERY_POOR(
            301,
            400,
            "Very Poor",
            "Long exposure may bring respiratory illness, worse with lung or heart disease."),
    SEVERE(
            401,
            500,
            "Severe",
            "Even healthy people may be affected; grave for people with lung or heart disease, even"
                    + " in light activity.");

    private final int bottom;
    private final int top;
    private final String word;
    private final String advisory;

    Category(int bottom, int top, String word, String advisory) {
        this.bottom = bottom;
        this.top = top;
        this.word = word;
        this.advisory = advisory;
    }

    /**
     * The band of an index.
     *
     * @param index 0 to 500
     */
    public static Category of(int index) {
        for (Category category : values()) {
            if (index <= category.top) {
                return category;
            }
        }
        return SEVERE;
    }

    /** The highest index of the band. */
    public int top() {
        return top;
    }

    /** The lowest index of the band. */
    public int bottom() {
        return bottom;
    }

    /** CPCB's word in English. */
    public String word() {
        return word;
    }

    /** For programs, such as {@code very_poor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means for health; a paraphrase of CPCB (2014). */
    public String advisory() {
        return advisory;
    }
}
