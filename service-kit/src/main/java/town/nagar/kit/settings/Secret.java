package town.nagar.kit.settings;

/** A word that is never printed. */
public record Secret(String value) {
    /** No secret is set. */
    public static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return value.isEmpty() ? "" : "***";
    }
}
