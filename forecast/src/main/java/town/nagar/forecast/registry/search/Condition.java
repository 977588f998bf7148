package town.nagar.forecast.registry.search;

import java.util.List;

/**
 * One comparison of a filter.
 *
 * @param comparator as SQL writes it
 * @param values one, or several after IN
 */
record Condition(Subject subject, String key, String comparator, List<String> values) {
    Condition {
        values = List.copyOf(values);
    }
}
