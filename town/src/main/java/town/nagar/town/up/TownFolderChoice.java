package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import town.nagar.sample.GenerateCommand;
import town.nagar.town.cli.UsageException;

/** Which town comes to life: the one asked for, else the sample town, generated once. */
final class TownFolderChoice {
    private static final String SEED = "2026";
    private static final String POPULATION = "50000";

    private final UpOptions options;
    private final PrintStream out;

    TownFolderChoice(UpOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    Path folder() throws IOException {
        if (!options.town().isEmpty()) {
            return given(Path.of(options.town()));
        }
        Path sample = options.dataDir().resolve("sample-town");
        if (!Files.exists(sample.resolve("town.json"))) {
            generate(sample);
        }
        return sample;
    }

    private static Path given(Path folder) {
        if (!Files.exists(folder.resolve("town.json"))) {
            throw new UsageException(
                    "--town %s has no town.json; make a town by 'nagar town generate' or 'nagar town import'"
                            .formatted(folder));
        }
        return folder.toAbsolutePath();
    }

    private void generate(Path sample) throws IOException {
        String[] args = {"--seed", SEED, "--population", POPULATION, "--out", sample.toString()};
        if (GenerateCommand.run(args, out, out) != 0) {
            throw new IOException("the sample town cannot be generated in " + sample);
        }
    }
}
