package town.nagar.data.history;

/**
 * A number that the rows of a domain carry.
 *
 * @param name its name in answers and its column in the raw table
 * @param unit its unit as answers name it
 * @param fold how readings become a bucket
 * @param shown whether it is answered when the caller does not choose
 */
public record Metric(String name, String unit, Fold fold, boolean shown) {
    /** The column, quoted where its name is a word of SQL. */
    String column() {
        return name.equals("no") ? "\"no\"" : name;
    }
}
