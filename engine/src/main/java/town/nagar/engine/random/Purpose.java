package town.nagar.engine.random;

import java.util.List;

/**
 * What a draw decides, as a named constant of the code that draws.
 *
 * <p>The number is part of the draw's counter and stays for ever: a new purpose gets a new number
 * and moves no other decision's draws.
 *
 * @param number 0 to 65,535, one to a purpose
 * @param name the decision in words, for messages
 */
public record Purpose(int number, String name) {
    private static final int LARGEST = 0xFFFF;

    /**
     * @throws IllegalArgumentException if the number does not fit or the name is blank
     */
    public Purpose {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException(
                    "purpose '%s' has number %d; allowed are 0 to %d"
                            .formatted(name, number, LARGEST));
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("purpose %d has no name".formatted(number));
        }
    }

    /**
     * Checks that no two purposes of one model would share their draws.
     *
     * @throws IllegalArgumentException naming two purposes of the same number
     */
    public static void requireDistinct(List<Purpose> purposes) {
        var seen = new Purpose[LARGEST + 1];
        for (Purpose purpose : purposes) {
            if (seen[purpose.number] != null) {
                throw new IllegalArgumentException(
                        "purposes '%s' and '%s' share the number %d"
                                .formatted(
                                        seen[purpose.number].name, purpose.name, purpose.number));
            }
            seen[purpose.number] = purpose;
        }
    }
}
