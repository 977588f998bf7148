package town.nagar.data.history;

import java.util.Map;

/**
 * A table of buckets kept for a domain.
 *
 * @param table its name
 * @param timeColumn the column of a bucket's first instant
 * @param stepSeconds a bucket's length
 * @param columns which of its columns holds which metric; what is missing is not in it
 */
public record Rollup(
        String table, String timeColumn, long stepSeconds, Map<String, String> columns) {
    public Rollup {
        columns = Map.copyOf(columns);
    }
}
