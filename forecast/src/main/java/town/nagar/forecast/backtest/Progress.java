package town.nagar.forecast.backtest;

import java.io.PrintStream;

/** A bar on a terminal that says how far a walk is; nothing elsewhere. */
public final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream err;
    private final boolean shown;
    private int ticks;
    private int drawn = -1;

    /** A bar, if it is shown. */
    public Progress(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** One origin of one model is done. */
    synchronized void tick(String model, int all) {
        ticks++;
        int percent = (int) (100L * ticks / all);
        if (shown && percent != drawn) {
            drawn = percent;
            int full = percent * WIDTH / 100;
            err.printf(
                    "\r[%s%s] %3d %% %-12s",
                    "#".repeat(full), ".".repeat(WIDTH - full), percent, model);
            err.flush();
        }
    }

    /** The bar is taken away. */
    void done() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 24) + "\r");
            err.flush();
        }
    }
}
