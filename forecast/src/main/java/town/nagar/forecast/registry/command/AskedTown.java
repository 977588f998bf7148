package town.nagar.forecast.registry.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.forecast.registry.command.TownCall.Refused;

/** Runs a command that asks a town: reads its options, and says what went wrong. */
public final class AskedTown {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_ARGUMENTS = 2;

    private final Town town;
    private final String help;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A town to be asked.
     *
     * @param help the command that tells how to use it
     */
    public AskedTown(Town town, String help, PrintStream out, PrintStream err) {
        this.town = town;
        this.help = help;
        this.out = out;
        this.err = err;
    }

    /** What a command asks, and prints of the answer. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Asks.
         *
         * @throws IllegalArgumentException if the options cannot be used
         */
        void ask(RegistryOptions options, TownCall town)
                throws IOException, InterruptedException, Refused;
    }

    /**
     * Runs a command.
     *
     * @param valued options that take a value, joined by blanks
     * @param needed those of them that must be given
     * @return 0 done, 1 refused or failed, 2 bad arguments
     */
    public int run(List<String> args, String valued, String needed, Asking command)
            throws InterruptedException {
        try (TownCall call = new TownCall(town)) {
            RegistryOptions options = RegistryOptions.of(args, words(valued), words(needed));
            command.ask(options, call);
            return DONE;
        } catch (IllegalArgumentException wrong) {
            err.printf("%s; see %s --help%n", wrong.getMessage(), help);
            return BAD_ARGUMENTS;
        } catch (Refused refused) {
            if (args.contains(RegistryOptions.JSON)) {
                out.println(refused.answer());
            }
            err.println(refused.getMessage());
            return FAILED;
        } catch (ConnectException | HttpTimeoutException e) {
            err.printf("the town at %s does not answer%n", town.url());
            return FAILED;
        } catch (IOException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : new TreeSet<>(Set.of(joined.split(" ", -1)));
    }
}
