package town.nagar.simulation.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, gathered while it is read on. */
public final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    private record Problem(int line, String text) {}

    /**
     * None yet.
     *
     * @param file what messages call the file
     */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * Notes one.
     *
     * @param line counted from 1
     * @param field its path, such as {@code parameters.duration_days}; empty for the whole file
     */
    void add(int line, String field, String what) {
        String place = field.isEmpty() ? "" : field + " ";
        found.add(new Problem(line, "%s, line %d: %s%s".formatted(file, line, place, what)));
    }

    /**
     * Ends the reading if something was wrong.
     *
     * @throws InputException naming everything, by line
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InputException(
                    found.stream()
                            .sorted(Comparator.comparingInt(Problem::line))
                            .map(Problem::text)
                            .toList());
        }
    }
}
