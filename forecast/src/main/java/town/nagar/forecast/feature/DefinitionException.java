package town.nagar.forecast.feature;

/** A definition that cannot be used: says file, line, field, what stands there and what may. */
public final class DefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    DefinitionException(String file, int line, String field, String value, String allowed) {
        super("%s line %d: %s is '%s'; allowed: %s".formatted(file, line, field, value, allowed));
    }
}
