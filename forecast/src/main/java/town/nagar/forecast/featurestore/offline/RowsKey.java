package town.nagar.forecast.featurestore.offline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an object of rows: a piece as it was written, or all pieces of a day that are of one
 * version of their view.
 *
 * @param day in UTC, at which the rows were known
 */
record RowsKey(String view, LocalDate day, String name) {
    /** What all keys begin with. */
    static final String ALL = "features/";

    private static final Pattern KEY =
            Pattern.compile("features/view=([^/]+)/date=(\\d{4}-\\d\\d-\\d\\d)/([^/]+)\\.parquet");
    private static final String DAY = "day-";

    /** The key of a whole day. */
    static RowsKey ofDay(String view, LocalDate day, String version) {
        return new RowsKey(view, day, DAY + version);
    }

    /** What a key says; empty if it is none of ours. */
    static Optional<RowsKey> find(String words) {
        return Optional.of(KEY.matcher(words))
                .filter(Matcher::matches)
                .map(found ->
                        new RowsKey(
                                found.group(1), LocalDate.parse(found.group(2)), found.group(3)));
    }

    /** What all keys of a view begin with. */
    static String prefix(String view) {
        return "%sview=%s/date=".formatted(ALL, view);
    }

    String words() {
        return prefix(view) + day + "/" + name + ".parquet";
    }

    boolean isPiece() {
        return !name.startsWith(DAY);
    }

    /** Whether it is a whole day of a version. */
    boolean isOf(String version) {
        return name.equals(DAY + version);
    }
}
