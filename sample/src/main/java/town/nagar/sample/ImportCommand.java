package town.nagar.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.maps.TownImport;

/** {@code town import}: writes a town folder made of maps. */
public final class ImportCommand {
    private ImportCommand() {}

    /**
     * Runs the command; {@code --help} lists its options.
     *
     * @return 0; 1 if the folder cannot be written; 2 if an argument or a source is bad
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return CommandRun.run(Import::new, args, out, err);
    }

    @Command(
            name = "town import",
            description = {
                "Makes a town of maps; its sensors are simulated.",
                "What the maps leave out is assumed by class and listed in town.json."
            })
    private static final class Import implements Callable<Integer> {
        private final PrintStream out;

        @Option(
                names = "--osm",
                paramLabel = "F",
                description = "OpenStreetMap: .osm, .osm.gz or .osm.pbf; clipped to its bounds")
        private Optional<Path> osm = Optional.empty();

        @Option(
                names = "--wards",
                paramLabel = "F",
                description = "ward polygons: GeoJSON, .gz or not; Name = \"NN NAME\"")
        private Optional<Path> wards = Optional.empty();

        @Option(names = "--inp", paramLabel = "F", description = "water network: EPANET .inp")
        private Optional<Path> network = Optional.empty();

        @Option(names = "--name", paramLabel = "NAME", description = "the town's name")
        private String name = "Imported Town";

        @Option(names = "--population", paramLabel = "P", description = "people, 1 or more")
        private Optional<Long> population = Optional.empty();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "new or empty folder, or a town folder to replace")
        private Path folder = Path.of("");

        @Option(names = "--json", description = "print town.json's content as one JSON object")
        private boolean json;

        private Import(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            OptionalLong people = population.stream().mapToLong(Long::longValue).findFirst();
            people.ifPresent(Import::requirePositive);
            Town town = TownImport.read(new TownImport.Sources(name, osm, wards, network, people));
            TownWriter.write(town, folder);
            CommandRun.report(town, folder, json, out);
            return CommandRun.DONE;
        }

        private static void requirePositive(long people) {
            if (people < 1) {
                throw new IllegalArgumentException("--population %d: 1 or more".formatted(people));
            }
        }
    }
}
