package town.nagar.engine.uncertainty;

import java.util.List;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** A town of one output, pollution, that a policy lowers by a tenth of its traffic's share. */
final class SmallTown {
    static final List<Factor> FACTORS =
            List.of(
                    new Factor("vehicles", new Distribution.LogNormal(3, 0.3)),
                    new Factor("emission", new Distribution.LogNormal(0, 0.4)),
                    new Factor("dilution", new Distribution.LogNormal(0, 0.5)),
                    new Factor("background", new Distribution.Uniform(20, 60)));

    /** exp of the log-means' sum and half the log-variances' sum, times a tenth. */
    static final double TRUE_DIFFERENCE =
            -0.1 * StrictMath.exp(3 + (0.3 * 0.3 + 0.4 * 0.4 + 0.5 * 0.5) / 2);

    private static final Purpose WEATHER = new Purpose(1, "weather");

    private SmallTown() {}

    static TownModel baseline() {
        return (chance, inputs, outputs) -> outputs[0] = pollution(chance, inputs, 1);
    }

    static TownModel policy() {
        return (chance, inputs, outputs) -> outputs[0] = pollution(chance, inputs, 0.9);
    }

    private static double pollution(Chance chance, double[] inputs, double traffic) {
        double weather = 10 * chance.uniform(0, 0, WEATHER);
        return inputs[3] + weather + traffic * inputs[0] * inputs[1] * inputs[2];
    }
}
