package town.nagar.engine.traffic.tntp;

import java.util.List;
import java.util.Locale;

/**
 * Where the numbers of a link stand in its row: as the comment above the rows names them, such as
 * {@code ~ init_node term_node capacity …}, else in the usual order.
 */
final class LinkColumns {
    private static final List<String> ORDER =
            List.of(
                    "init_node",
                    "term_node",
                    "capacity",
                    "length",
                    "free_flow_time",
                    "b",
                    "power",
                    "speed",
                    "toll");

    /** What a header has to name to be one; speed is left unread, length and toll are 0 without. */
    private static final List<String> NEEDED =
            List.of("init_node", "term_node", "capacity", "free_flow_time", "b", "power");

    private static final String ABSENT = "0";

    /** The usual order. */
    static final LinkColumns USUAL = new LinkColumns(ORDER);

    private final List<String> names;

    private LinkColumns(List<String> names) {
        this.names = names;
    }

    /** The columns that a comment names, or else these. */
    LinkColumns named(String comment) {
        List<String> words =
                List.of(
                        comment.replaceAll("[~;,]", " ")
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .split("\\s+", -1));
        return words.containsAll(NEEDED) ? new LinkColumns(words) : this;
    }

    /** Numbers that a row must have. */
    int least() {
        return ORDER.stream().mapToInt(names::indexOf).max().orElse(0) + 1;
    }

    /** Their names, in order. */
    String told() {
        return String.join(", ", names.subList(0, least()));
    }

    /** The field of a name in a row; 0 if the rows have none. */
    String get(String name, String[] row) {
        int at = names.indexOf(name);
        return at < 0 ? ABSENT : row[at];
    }
}
