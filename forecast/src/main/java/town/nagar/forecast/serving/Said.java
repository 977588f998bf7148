package town.nagar.forecast.serving;

import java.time.Instant;
import java.util.List;
import town.nagar.forecast.monitoring.Statement;
import town.nagar.forecast.registry.release.Stage;

/** A statement in arrays: one row of numbers a kind, place and step. */
final class Said implements Statement {
    static final int VALUE = 0;
    static final int HALF80 = 1;
    static final int HALF95 = 2;
    static final int BASELINE = 3;
    static final int ROWS = 4;

    private final String model;
    private final String version;
    private final Stage stage;
    private final List<String> places;
    private final Instant[] times;
    private final double[][][] numbers;

    /**
     * A statement that owns its arrays.
     *
     * @param times when each step begins
     * @param numbers by row, place and step
     */
    Said(
            String model,
            String version,
            Stage stage,
            List<String> places,
            Instant[] times,
            double[][][] numbers) {
        this.model = model;
        this.version = version;
        this.stage = stage;
        this.places = List.copyOf(places);
        this.times = times;
        this.numbers = numbers;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @Override
    public List<String> places() {
        return places;
    }

    @Override
    public int steps() {
        return times.length;
    }

    @Override
    public Instant at(int step) {
        return times[step];
    }

    @Override
    public double value(int place, int step) {
        return numbers[VALUE][place][step];
    }

    @Override
    public double half80(int place, int step) {
        return numbers[HALF80][place][step];
    }

    @Override
    public double half95(int place, int step) {
        return numbers[HALF95][place][step];
    }

    @Override
    public double baseline(int place, int step) {
        return numbers[BASELINE][place][step];
    }
}
