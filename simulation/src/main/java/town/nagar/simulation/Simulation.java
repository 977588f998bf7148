package town.nagar.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import town.nagar.engine.town.Progress;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.simulation.results.SimulationResult;
import town.nagar.simulation.scenario.RunOrder;
import town.nagar.simulation.scenario.Scenario;

/** A scenario run in a town. */
final class Simulation {
    private static final int LEAST_RUNS_BEFORE_STOPPING = 32;
    private static final int ID_DIGITS = 6;

    private final Study study;
    private final InstantSource clock;

    Simulation(Study study, InstantSource clock) {
        this.study = study;
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param threads 1 or more; the figures are the same for any number
     */
    SimulationResult run(Scenario scenario, PlannedTown town, int threads, Progress progress) {
        Instant start = clock.instant();
        Population population = Agents.scaled(town.plan().population(), scenario.order().agents());
        TownPlan plan = town.plan().withPopulation(population);
        TownResult result =
                study.run(
                        plan,
                        scenario.baseline(),
                        scenario.policy(),
                        settings(scenario, threads),
                        progress);
        String hash = inputHash(scenario, town);
        return new SimulationResult(
                "SIM-%s-%s"
                        .formatted(
                                start.atZone(ZoneOffset.UTC).toLocalDate(),
                                hash.substring(0, ID_DIGITS)),
                scenario,
                result,
                plan.name(),
                plan.residents(),
                population.citizens(),
                town.assumptions(),
                hash,
                version(),
                start,
                clock.instant());
    }

    private static StudySettings settings(Scenario scenario, int threads) {
        RunOrder order = scenario.order();
        int least =
                order.halfWidth() > 0
                        ? Math.min(LEAST_RUNS_BEFORE_STOPPING, order.runs())
                        : order.runs();
        return new StudySettings(
                scenario.firstDay(),
                scenario.days(),
                order.seed(),
                least,
                order.runs(),
                order.level(),
                order.halfWidth(),
                order.steering(),
                order.uncertainInputs(),
                threads);
    }

    /** Of all that the figures follow from, but for the program itself. */
    private static String inputHash(Scenario scenario, PlannedTown town) {
        String input =
                String.join(
                        "\n",
                        scenario.request(),
                        scenario.firstDay().toString(),
                        scenario.order().toString(),
                        town.fingerprint());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(input.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of the jar; {@code unreleased} outside one. */
    private static String version() {
        return Objects.requireNonNullElse(
                Simulation.class.getPackage().getImplementationVersion(), "unreleased");
    }
}
