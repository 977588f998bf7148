package town.nagar.contracts.places;

/** One name in three languages: English, Hindi, Gujarati; none is empty. */
public record Names(String en, String hi, String gu) {
    public Names {
        if (en.isBlank() || hi.isBlank() || gu.isBlank()) {
            throw new IllegalArgumentException("a name is empty: %s, %s, %s".formatted(en, hi, gu));
        }
    }

    /** The same word in all three, where no translation is known. */
    public static Names untranslated(String name) {
        return new Names(name, name, name);
    }
}
