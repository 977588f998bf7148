package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.uncertainty.Moments;

/**
 * One factor's elementary effects: changes of the output for a move through its whole range, taken
 * at many places, in the output's unit.
 *
 * <p>mu* by Campolongo, Cariboni, Saltelli: An effective screening design for sensitivity analysis
 * of large models. Environmental Modelling and Software 22 (2007) 1509-1518.
 *
 * @param factor its name
 * @param mu mean effect
 * @param muStar mean of the effects' sizes: how much the factor matters
 * @param sigma standard deviation of the effects: how far it bends or interacts
 */
public record MorrisEffect(String factor, double mu, double muStar, double sigma) {
    /**
     * The effects of all factors, in the design's order.
     *
     * @param outputs one a row of the design
     * @throws IllegalArgumentException if an output is missing or not finite
     */
    public static List<MorrisEffect> of(MorrisDesign design, double[] outputs) {
        design.requireOutputs(outputs);
        int factors = design.factors().size();
        var signed = IntStream.range(0, factors).mapToObj(_ -> new Moments()).toList();
        var sizes = IntStream.range(0, factors).mapToObj(_ -> new Moments()).toList();
        for (int trajectory = 0; trajectory < design.trajectories(); trajectory++) {
            for (int step = 0; step < factors; step++) {
                int row = trajectory * (factors + 1) + step;
                int factor = design.moved(trajectory, step);
                double moved = design.unit(row + 1, factor) - design.unit(row, factor);
                double effect = (outputs[row + 1] - outputs[row]) / moved;
                signed.get(factor).add(effect);
                sizes.get(factor).add(Math.abs(effect));
            }
        }
        return IntStream.range(0, factors)
                .mapToObj(factor ->
                        new MorrisEffect(
                                design.factors().get(factor).name(),
                                signed.get(factor).mean(),
                                sizes.get(factor).mean(),
                                signed.get(factor).standardDeviation()))
                .toList();
    }
}
