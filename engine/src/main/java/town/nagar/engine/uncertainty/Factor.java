package town.nagar.engine.uncertainty;

/**
 * An uncertain input of a model.
 *
 * @param name as it is printed; not blank
 */
public record Factor(String name, Distribution distribution) {
    /**
     * @throws IllegalArgumentException if the name is blank
     */
    public Factor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a factor has a blank name; allowed is any other");
        }
    }
}
