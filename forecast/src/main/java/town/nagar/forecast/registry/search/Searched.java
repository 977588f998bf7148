package town.nagar.forecast.registry.search;

import java.util.Map;
import java.util.Set;

/**
 * What of a table can be searched by. The texts are SQL of ours, never a caller's.
 *
 * @param attributes column by name
 * @param numeric those of the attributes that are numbers
 * @param nested by subject, a subquery with one question mark for the key that gives the value
 * @param tiebreak columns that make the order complete
 */
public record Searched(
        Map<String, String> attributes,
        Set<String> numeric,
        Map<Subject, String> nested,
        String tiebreak) {
    public Searched {
        attributes = Map.copyOf(attributes);
        numeric = Set.copyOf(numeric);
        nested = Map.copyOf(nested);
    }
}
