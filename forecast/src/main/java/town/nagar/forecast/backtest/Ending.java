package town.nagar.forecast.backtest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;

/** How a command ends: what failed is told in a line. */
public final class Ending {
    private static final int FAILED = 1;
    private static final int CANNOT_BE_USED = 2;

    private Ending() {}

    /** What a command does; it returns its exit status. */
    @FunctionalInterface
    public interface Work {
        int run() throws IOException;
    }

    /** The status of work: 2 if what it was given cannot be used, 1 if it failed. */
    public static int of(Work work, PrintStream err) {
        try {
            return work.run();
        } catch (NoSuchFileException wrong) {
            err.println("%s: there is no such file".formatted(wrong.getMessage()));
            return CANNOT_BE_USED;
        } catch (IOException wrong) {
            err.println("%s: %s".formatted(wrong.getMessage(), wrong.getClass().getSimpleName()));
            return FAILED;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return CANNOT_BE_USED;
        }
    }
}
