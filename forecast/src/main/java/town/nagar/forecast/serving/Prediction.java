package town.nagar.forecast.serving;

import java.time.Instant;
import java.util.List;
import town.nagar.forecast.interval.Bounds;

/** What comes next at one place. */
record Prediction(Measure measure, String place, Basis basis, List<Point> points) {
    Prediction {
        points = List.copyOf(points);
    }

    /**
     * One step.
     *
     * @param at its start
     * @param eighty bounds that hold in 80 of 100 cases; NaN if too little is known
     */
    record Point(Instant at, double value, Bounds eighty, Bounds ninetyFive) {}
}
