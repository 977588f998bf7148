package town.nagar.norms;

/** One text in English, Hindi and Gujarati; none is empty. */
public record Words(String en, String hi, String gu) {
    public Words {
        if (en.isBlank() || hi.isBlank() || gu.isBlank()) {
            throw new IllegalArgumentException(
                    "a text is empty: '" + en + "', '" + hi + "', '" + gu + "'");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case HI -> hi;
            case GU -> gu;
        };
    }
}
