package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import town.nagar.engine.town.OddEvenStudy;
import town.nagar.engine.town.Progress;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.town.TownStudy;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.preset.GridTown;

/**
 * The design's scenario: 15,700 agents, 720 hours, 1,000 runs, each with its baseline, every
 * sub-model live; then ten times the agents.
 */
final class ScenarioBench {
    private static final long SEED = 1;
    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;
    private static final int TENFOLD = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private final Report report;
    private final int runs;
    private final int days;
    private final int threads;
    private final int tenfoldRuns;

    ScenarioBench(Report report, Arguments arguments) {
        this.report = report;
        runs = (int) arguments.number("runs", 1_000);
        days = (int) arguments.number("days", 30);
        threads = (int) arguments.number("threads", Runtime.getRuntime().availableProcessors());
        tenfoldRuns = (int) arguments.number("tenfold-runs", 20);
    }

    void run() throws IOException {
        TownPlan plan = GridTown.design();
        report.note("%d pairs of runs of %d days".formatted(runs, days));
        Timed once = timed(plan, runs);
        report.figure("wall, preparation included", "%.1f s".formatted(once.seconds), "120 s");
        report.figure("of which preparation", "%.1f s".formatted(timed(plan, 2).seconds), "");
        report.figure(
                "agent-steps (policy and baseline)",
                "%.2f M/s".formatted(once.stepsPerSecond() / MILLION),
                "");
        report.figure("most memory held (VmHWM)", "%d MB".formatted(mostMegabytes()), "2,048 MB");
        Population one = plan.population();
        TownPlan large =
                plan.withPopulation(
                        Population.typical(
                                TENFOLD * one.citizens(),
                                TENFOLD * one.vehicles(),
                                TENFOLD * one.businesses(),
                                TENFOLD * one.farms()));
        Timed ten = timed(large, tenfoldRuns);
        report.figure(
                "ten times the agents, %d pairs, preparation included".formatted(tenfoldRuns),
                "%.1f s, %.2f M agent-steps/s"
                        .formatted(ten.seconds, ten.stepsPerSecond() / MILLION),
                "");
        report.figure("most memory held after that", "%d MB".formatted(mostMegabytes()), "");
    }

    private Timed timed(TownPlan plan, int pairs) {
        var settings = StudySettings.of(FIRST_DAY, days, SEED, pairs, threads);
        long before = System.nanoTime();
        TownResult result = TownStudy.run(plan, OddEvenStudy.policy(), settings, Progress.NONE);
        return new Timed((System.nanoTime() - before) / NANOS, result.agentSteps());
    }

    private record Timed(double seconds, long steps) {
        double stepsPerSecond() {
            return steps / seconds;
        }
    }

    private static long mostMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
