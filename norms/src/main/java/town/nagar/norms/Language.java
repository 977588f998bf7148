package town.nagar.norms;

import java.util.Locale;

/** A language the town is spoken to in. */
public enum Language {
    EN,
    HI,
    GU;

    /** The ISO 639-1 code, such as {@code gu}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of a code.
     *
     * @throws IllegalArgumentException if it is none of en, hi, gu
     */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language '" + code + "' is none of en, hi, gu");
    }
}
