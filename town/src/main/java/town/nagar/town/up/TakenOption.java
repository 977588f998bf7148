package town.nagar.town.up;

import java.util.List;
import java.util.Optional;
import town.nagar.town.cli.UsageException;

/** An option of ours among the arguments of a command of another module. */
final class TakenOption {
    private TakenOption() {}

    /** Removes an option and its value. */
    static Optional<String> take(String option, List<String> args) {
        int at = args.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == args.size()) {
            throw new UsageException(option + " needs a value");
        }
        args.remove(at);
        return Optional.of(args.remove(at));
    }
}
