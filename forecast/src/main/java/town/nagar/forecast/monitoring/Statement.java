package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.util.List;
import town.nagar.forecast.registry.release.Stage;

/** What one version of a model said of all places it knows, at one origin. */
public interface Statement {
    /** The model's name, such as {@code traffic.vehicle_count}. */
    String model();

    /** The version's semantic number. */
    String version();

    /** Whether people were shown it. */
    Stage stage();

    /** The places, in the order of the numbers that follow. */
    List<String> places();

    /** How many steps were forecast. */
    int steps();

    /**
     * When a step begins.
     *
     * @param step 0 for the first time forecast, which is the origin
     */
    Instant at(int step);

    /** The forecast, in the measure's unit; NaN where nothing could be said. */
    double value(int place, int step);

    /** Half the width of the 80 % interval; NaN if too little is known. */
    double half80(int place, int step);

    /** Half the width of the 95 % interval; NaN if too little is known. */
    double half95(int place, int step);

    /** What the best seasonal baseline said. */
    double baseline(int place, int step);
}
