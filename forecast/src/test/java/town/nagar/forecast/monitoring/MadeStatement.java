package town.nagar.forecast.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.serving.StubDataApi;

/**
 * Says so much more than the stub's truth, and the baseline 4 less than it. The half-widths are 1
 * and 3.
 */
public record MadeStatement(String version, Stage stage, Instant origin, double more, int steps)
        implements Statement {
    private static final Duration STEP = Duration.ofHours(1);

    @Override
    public String model() {
        return "traffic.vehicle_count";
    }

    @Override
    public List<String> places() {
        return List.of("R001", "R002", "silent");
    }

    @Override
    public Instant at(int step) {
        return origin.plus(STEP.multipliedBy(step));
    }

    private double truth(int place, int step) {
        return place == 2 ? Double.NaN : StubDataApi.value(places().get(place), at(step));
    }

    @Override
    public double value(int place, int step) {
        return truth(place, step) + more;
    }

    @Override
    public double half80(int place, int step) {
        return 1;
    }

    @Override
    public double half95(int place, int step) {
        return place == 0 ? 3 : Double.NaN;
    }

    @Override
    public double baseline(int place, int step) {
        return truth(place, step) - 4;
    }
}
