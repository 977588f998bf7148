package town.nagar.simulation.input;

import java.util.List;

/** A question that cannot be used; the message has a line for each thing that is wrong. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param problems each naming file, line, field, value and what is allowed; one or more
     */
    public InputException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
