package town.nagar.norms.air;

import java.util.Locale;
import town.nagar.norms.Words;

/** A band of the index with CPCB's word, and its advice in Nagar's words. */
public enum Category {
    GOOD(
            0,
            50,
            new Words("Good", "अच्छा", "સારી"),
            new Words(
                    "Little or no harm to health is expected.",
                    "स्वास्थ्य को नुकसान की आशंका नहीं के बराबर है।",
                    "આરોગ્યને નુકસાનની શક્યતા નહિવત્ છે.")),
    SATISFACTORY(
            51,
            100,
            new Words("Satisfactory", "संतोषजनक", "સંતોષકારક"),
            new Words(
                    "Sensitive people may notice slight trouble breathing.",
                    "संवेदनशील लोगों को साँस लेने में हल्की तकलीफ़ हो सकती है।",
                    "સંવેદનશીલ લોકોને શ્વાસ લેવામાં થોડી તકલીફ થઈ શકે છે.")),
    MODERATE(
            101,
            200,
            new Words("Moderate", "मध्यम", "મધ્યમ"),
            new Words(
                    "Breathing may be harder with lung disease; discomfort for people with heart"
                            + " disease, children and elders.",
                    "फेफड़ों के मरीज़ों को साँस लेने में कठिनाई हो सकती है; दिल के मरीज़ों, बच्चों और"
                            + " बुज़ुर्गों को बेचैनी हो सकती है।",
                    "ફેફસાંના દર્દીઓને શ્વાસ લેવામાં મુશ્કેલી થઈ શકે છે; હૃદયના દર્દીઓ, બાળકો અને"
                            + " વૃદ્ધોને બેચેની થઈ શકે છે.")),
    POOR(
            201,
            300,
            new Words("Poor", "खराब", "ખરાબ"),
            new Words(
                    "Long exposure may trouble anyone's breathing; people with heart disease may"
                            + " feel discomfort.",
                    "देर तक ऐसी हवा में रहने से किसी को भी साँस की तकलीफ़ हो सकती है; दिल के मरीज़ों को"
                            + " बेचैनी हो सकती है।",
                    "લાંબો સમય આવી હવામાં રહેવાથી કોઈને પણ શ્વાસની તકલીફ થઈ શકે છે; હૃદયના દર્દીઓને"
                            + " બેચેની થઈ શકે છે.")),
    VERY_POOR(
            301,
            400,
            new Words("Very Poor", "बहुत खराब", "ખૂબ ખરાબ"),
            new Words(
                    "Long exposure may bring respiratory illness, worse with lung or heart"
                            + " disease.",
                    "देर तक ऐसी हवा में रहने से साँस की बीमारी हो सकती है; फेफड़ों या दिल के मरीज़ों पर असर"
                            + " ज़्यादा होता है।",
                    "લાંબો સમય આવી હવામાં રહેવાથી શ્વાસની બીમારી થઈ શકે છે; ફેફસાં કે હૃદયના દર્દીઓને"
                            + " વધુ અસર થાય છે.")),
    SEVERE(
            401,
            500,
            new Words("Severe", "गंभीर", "ગંભીર"),
            new Words(
                    "Even healthy people may be affected; grave for people with lung or heart"
                            + " disease, even in light activity.",
                    "स्वस्थ लोगों पर भी असर हो सकता है; फेफड़ों या दिल के मरीज़ों के लिए हल्के काम में भी"
                            + " ख़तरा गंभीर है।",
                    "સ્વસ્થ લોકોને પણ અસર થઈ શકે છે; ફેફસાં કે હૃદયના દર્દીઓ માટે હળવા કામમાં પણ જોખમ"
                            + " ગંભીર છે."));

    private static final Category[] ALL = values();

    private final int bottom;
    private final int top;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings
    private final Words words;

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings
    private final Words advisories;

    Category(int bottom, int top, Words words, Words advisories) {
        this.bottom = bottom;
        this.top = top;
        this.words = words;
        this.advisories = advisories;
    }

    /** The band of an ordinal. */
    static Category at(int ordinal) {
        return ALL[ordinal];
    }

    /**
     * The band of an index.
     *
     * @throws IllegalArgumentException unless it is 0 to 500
     */
    public static Category of(int index) {
        for (Category category : ALL) {
            if (index >= category.bottom && index <= category.top) {
                return category;
            }
        }
        throw new IllegalArgumentException("index " + index + "; allowed: 0 to 500");
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
        return words.en();
    }

    /** CPCB's word in all languages. */
    public Words words() {
        return words;
    }

    /** For programs, such as {@code very_poor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means for health, in English; a paraphrase of CPCB (2014). */
    public String advisory() {
        return advisories.en();
    }

    /** What it means for health, in all languages. */
    public Words advisories() {
        return advisories;
    }
}
