package town.nagar.engine.water.inp;

/** A network file that cannot be read; the message names file, line, field and what is allowed. */
public final class InpException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InpException(String file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }

    InpException(String file, String problem) {
        super("%s: %s".formatted(file, problem));
    }
}
