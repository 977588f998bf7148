package town.nagar.forecast.backtest;

import java.io.PrintStream;

/** How far a walk is: a bar on a terminal, a line a tenth where that is wanted, else nothing. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final int TENTH = 10;

    private final PrintStream err;
    private final boolean shown;
    private final String label;
    private int ticks;
    private int drawn = -1;

    /** A bar, if it is shown. */
    public Progress(PrintStream err, boolean shown) {
        this(err, shown, "");
    }

    /**
     * A bar, or where it is not shown a line a tenth.
     *
     * @param label that begins the lines; empty for none
     */
    public Progress(PrintStream err, boolean shown, String label) {
        this.err = err;
        this.shown = shown;
        this.label = label;
    }

    /** One origin of one model is done. */
    synchronized void tick(String model, int all) {
        ticks++;
        int percent = (int) (100L * ticks / all);
        if (shown && percent != drawn) {
            draw(percent, model);
        } else if (!shown && !label.isEmpty() && percent / TENTH != drawn / TENTH) {
            err.printf("%s %3d %% %s%n", label, percent, model);
        }
        drawn = percent;
    }

    private void draw(int percent, String model) {
        int full = percent * WIDTH / 100;
        err.printf(
                "\r[%s%s] %3d %% %-12s",
                "#".repeat(full), ".".repeat(WIDTH - full), percent, model);
        err.flush();
    }

    /** The bar is taken away. */
    void done() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 24) + "\r");
            err.flush();
        }
    }
}
