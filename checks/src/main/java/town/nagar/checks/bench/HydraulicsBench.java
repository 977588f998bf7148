package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import town.nagar.checks.reference.WaterReference;
import town.nagar.engine.water.HydraulicResults;
import town.nagar.engine.water.HydraulicRun;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;
import town.nagar.sample.generate.TownGenerator;

/** Water networks: heads beside those of another program, and milliseconds of a whole run. */
final class HydraulicsBench {
    private static final int SEED = 2026;
    private static final int POPULATION = 50_000;
    private static final String TIMED = "Net3";

    private final Report report;
    private final Arguments arguments;

    HydraulicsBench(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    void run() throws IOException {
        String data = arguments.word("data", "");
        if (!data.isEmpty()) {
            for (WaterReference network : WaterReference.list(Path.of(data))) {
                compare(network);
                time(network.name(), InpReader.read(network.inp()));
            }
        }
        Path ours = Files.createTempFile("nagar-bench-water-", ".inp");
        Files.writeString(ours, TownGenerator.generate(SEED, POPULATION).waterNetwork());
        time("generated town of 50,000", InpReader.read(ours));
        Files.delete(ours);
    }

    private void compare(WaterReference network) throws IOException {
        if (network.nodesFile().isPresent()) {
            WaterReference.Apart apart = network.compare();
            report.figure(
                    "%s: largest head difference of %,d"
                            .formatted(network.name(), apart.compared()),
                    String.format(Locale.ROOT, "%.1e", apart.largest()),
                    "0.01");
        }
    }

    private void time(String name, Network network) {
        HydraulicRun run = HydraulicRun.prepare(network);
        HydraulicResults once = run.simulate();
        int warmUps = once.solutions() > 5000 || once.network().links().size() > 500 ? 60 : 8000;
        Rounds rounds = Rounds.of(warmUps, warmUps / 4 + 5, _ -> run.simulate());
        report.figure(
                "%s: whole run of %d solutions, %d Newton steps"
                        .formatted(name, once.solutions(), once.iterations()),
                rounds.toString(),
                name.equals(TIMED) ? "1.0 ms, aim 0.6" : "");
        report.figure(
                "%s: one solution".formatted(name),
                String.format(Locale.ROOT, "%.4f ms", rounds.median() / once.solutions()),
                "");
    }
}
