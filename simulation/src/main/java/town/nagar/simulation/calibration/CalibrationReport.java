package town.nagar.simulation.calibration;

import java.util.List;
import java.util.Locale;
import town.nagar.engine.uncertainty.Interval;

/**
 * What a calibration found. Errors are roots of mean squares, in the unit of the history.
 *
 * @param fitted one a parameter, in the order they were given
 * @param trainedError on the blocks that were fitted to
 * @param heldOutError on the blocks that were not
 * @param startError on those, with the parameters as they were before
 * @param trainedBlocks how many were fitted to
 * @param heldOutBlocks how many were not
 * @param evaluations times the model was asked
 */
public record CalibrationReport(
        List<Fitted> fitted,
        double trainedError,
        double heldOutError,
        double startError,
        int trainedBlocks,
        int heldOutBlocks,
        int evaluations) {
    /**
     * A parameter's value.
     *
     * @param interval holds 95 % of its values over resamples
     * @param atBound whether the search was stopped by a bound, so that neither can be trusted
     */
    public record Fitted(String name, double value, Interval interval, boolean atBound) {}

    /** Keeps its own list. */
    public CalibrationReport {
        fitted = List.copyOf(fitted);
    }

    /** The values, in the order of the parameters. */
    public double[] values() {
        return fitted.stream().mapToDouble(Fitted::value).toArray();
    }

    /** The report as lines of text. */
    public String text() {
        var text = new StringBuilder();
        for (Fitted one : fitted) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-28s %12.4f   95 %% %12.4f to %.4f%s%n",
                            one.name(),
                            one.value(),
                            one.interval().low(),
                            one.interval().high(),
                            one.atBound() ? "   at its bound" : ""));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "error (root mean square): %.4f on %d blocks fitted to, %.4f on %d held out"
                                + " (%.4f before the fit); %d evaluations%n",
                        trainedError,
                        trainedBlocks,
                        heldOutError,
                        heldOutBlocks,
                        startError,
                        evaluations));
        return text.toString();
    }
}
