package town.nagar.simulation.scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import town.nagar.engine.town.Measure;
import town.nagar.simulation.input.Fields;

/**
 * How often and how surely a scenario is run.
 *
 * @param agents citizens and their vehicles
 * @param runs most pairs of runs, with and without the change
 * @param seed of all chance
 * @param level confidence of the intervals, between 0 and 1
 * @param halfWidth of the mean difference of {@code steering} that is enough, in its unit; 0 runs
 *     all
 * @param uncertainInputs whether what is not known well varies from run to run
 */
public record RunOrder(
        int agents,
        int runs,
        long seed,
        double level,
        double halfWidth,
        Measure steering,
        boolean uncertainInputs) {
    /** Most pairs of runs that can be asked for. */
    public static final int MOST_RUNS = 100_000;

    /** Largest seed that JSON carries exactly. */
    public static final long MOST_SEED = 1L << 53;

    private static final int USUAL_AGENTS = 15_000;
    private static final int LEAST_AGENTS = 100;
    private static final double USUAL_LEVEL = 0.95;
    private static final Map<String, Measure> MEASURES =
            Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::key, m -> m));

    static RunOrder read(Fields config, int mostAgents, int usualRuns) {
        config.whole("time_step_hours", 1, 1, 1);
        int usualAgents = Math.min(USUAL_AGENTS, mostAgents);
        var order =
                new RunOrder(
                        (int) config.whole("num_agents", LEAST_AGENTS, mostAgents, usualAgents),
                        (int) config.whole("monte_carlo_runs", 2, MOST_RUNS, usualRuns),
                        config.whole("seed", 0, MOST_SEED, 1),
                        config.number("confidence_level", 0.5, 0.999, USUAL_LEVEL),
                        config.number("stop_at_half_width", 0, 1e12, 0),
                        config.word("stop_measure", MEASURES, Measure.PM25),
                        config.flag("uncertain_inputs", true));
        config.refuseUnknown();
        return order;
    }

    /** The same with as many runs. */
    public RunOrder withRuns(int other) {
        return new RunOrder(agents, other, seed, level, halfWidth, steering, uncertainInputs);
    }

    /** The same with another seed. */
    public RunOrder withSeed(long other) {
        return new RunOrder(agents, runs, other, level, halfWidth, steering, uncertainInputs);
    }
}
