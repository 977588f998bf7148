package town.nagar.engine.uncertainty.sensitivity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far one factor alone moves the output, all others at their medians.
 *
 * @param factor its name
 * @param lowInput the factor's low percentile, in its own unit
 * @param highInput the factor's high percentile
 * @param outputAtLow in the output's unit
 * @param outputAtHigh in the output's unit
 * @param outputAtMedians with no factor moved
 */
public record TornadoBar(
        String factor,
        double lowInput,
        double highInput,
        double outputAtLow,
        double outputAtHigh,
        double outputAtMedians) {

    /**
     * The bars of all factors, the longest first; equals stay in the design's order.
     *
     * @param outputs one a row of the design
     * @throws IllegalArgumentException if an output is missing or not finite
     */
    public static List<TornadoBar> of(TornadoDesign design, double[] outputs) {
        design.requireOutputs(outputs);
        return IntStream.range(0, design.factors().size())
                .mapToObj(factor ->
                        new TornadoBar(
                                design.factors().get(factor).name(),
                                design.low(factor),
                                design.high(factor),
                                outputs[2 * factor + 1],
                                outputs[2 * factor + 2],
                                outputs[0]))
                .sorted(Comparator.comparingDouble(TornadoBar::swing).reversed())
                .toList();
    }

    /** The bar's length, 0 or more. */
    public double swing() {
        return Math.abs(outputAtHigh - outputAtLow);
    }
}
