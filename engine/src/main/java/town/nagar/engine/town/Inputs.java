package town.nagar.engine.town;

import java.util.List;
import town.nagar.engine.uncertainty.Distribution;
import town.nagar.engine.uncertainty.Factor;

/** What is not known well about a town, and how probable its values are. */
final class Inputs {
    /** In the order of the fields. */
    static final List<Factor> FACTORS =
            List.of(
                    // Rs 50 to 200 an hour about the taste's own 100
                    new Factor("value of time", new Distribution.Triangular(0.5, 1, 2)),
                    // delay at capacity: 0.15 where nothing is measured, up to 1 in mixed traffic
                    new Factor("delay at capacity", new Distribution.Triangular(0.15, 0.15, 1)),
                    new Factor("exhaust", new Distribution.LogNormal(0, 0.3)),
                    new Factor("road dust", new Distribution.LogNormal(-0.125, 0.5)),
                    new Factor("hearths and fires", new Distribution.LogNormal(-0.08, 0.4)),
                    new Factor("air from outside", new Distribution.LogNormal(-0.02, 0.2)),
                    new Factor("travel", new Distribution.Normal(1, 0.04)),
                    new Factor("obedience", new Distribution.Normal(0, 0.5)),
                    new Factor("water use", new Distribution.Triangular(0.85, 1, 1.2)));

    double timeValue;
    double delay;
    double exhaust;
    double dust;
    double fires;
    double background;
    double travel;
    double obedience;
    double water;

    /** Takes a run's values, or if there are none the usual ones. */
    void take(double[] values) {
        boolean usual = values.length == 0;
        timeValue = usual ? 1 : values[0];
        delay = usual ? RoadState.USUAL_DELAY : values[1];
        exhaust = usual ? 1 : values[2];
        dust = usual ? 1 : values[3];
        fires = usual ? 1 : values[4];
        background = usual ? 1 : values[5];
        travel = usual ? 1 : values[6];
        obedience = usual ? 0 : values[7];
        water = usual ? 1 : values[8];
    }
}
