package town.nagar.ingestion.door;

/** Which texts and names an item may hold. */
final class TextRules {
    private static final int MAX_ID = 50;

    private TextRules() {}

    /** The beginning of a text that is told. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Whether a text is 1 to 50 letters, digits or any of {@code _ . : -}. */
    static boolean isSensorId(String text) {
        return isName(text, MAX_ID);
    }

    /** Whether a text is so many letters, digits or any of {@code _ . : -} at most. */
    static boolean isName(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isNameCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tables take neither U+0000 nor half of a surrogate pair. */
    static boolean canBeStored(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isNameCharacter(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || "_.:-".indexOf(c) >= 0;
    }
}
