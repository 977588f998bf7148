package town.nagar.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;

/** {@code town generate}: writes an invented town into a folder. */
public final class GenerateCommand {
    private GenerateCommand() {}

    /**
     * Runs the command; {@code --help} lists its options.
     *
     * @return 0; 1 if the folder cannot be written; 2 if an argument is bad
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return CommandRun.run(Generate::new, args, out, err);
    }

    @Command(
            name = "town generate",
            description = {
                "Makes an invented town: streets, wards, water pipes and simulated sensors.",
                "The same seed and population always make the same files."
            })
    private static final class Generate implements Callable<Integer> {
        private final PrintStream out;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "any whole number (default: ${DEFAULT-VALUE})")
        private long seed = 1;

        @Option(
                names = "--population",
                paramLabel = "P",
                description = "people, 2000 to 1000000 (default: ${DEFAULT-VALUE})")
        private int population = 50_000;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "new or empty folder, or a town folder to replace")
        private Path folder = Path.of("");

        @Option(names = "--json", description = "print town.json's content as one JSON object")
        private boolean json;

        private Generate(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            Town town = generate();
            TownWriter.write(town, folder);
            CommandRun.report(town, folder, json, out);
            return CommandRun.DONE;
        }

        private Town generate() {
            try {
                return TownGenerator.generate(seed, population);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--" + e.getMessage(), e);
            }
        }
    }
}
