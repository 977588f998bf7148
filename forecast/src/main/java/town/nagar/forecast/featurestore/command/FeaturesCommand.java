package town.nagar.forecast.featurestore.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import town.nagar.forecast.registry.command.AskedTown;
import town.nagar.forecast.registry.command.RegistryOptions;
import town.nagar.forecast.registry.command.Town;
import town.nagar.forecast.registry.command.TownCall;
import town.nagar.forecast.registry.command.TownCall.Refused;

/** The commands that ask a running town for features. */
public enum FeaturesCommand {
    /** What is defined; of one view its features. */
    LIST("--view", "") {
        @Override
        JsonNode run(RegistryOptions options, TownCall town, PrintStream out)
                throws IOException, InterruptedException, Refused {
            JsonNode all = town.get(DEFINITIONS);
            if (!options.json()) {
                FeatureTables.printList(all, options.find("--view"), out);
            }
            return all;
        }
    },

    /** Features of now. */
    GET("--features --service --entities", "--entities") {
        @Override
        JsonNode run(RegistryOptions options, TownCall town, PrintStream out)
                throws IOException, InterruptedException, Refused {
            Wanted wanted = Wanted.of(options, town.get(DEFINITIONS));
            ObjectNode question = wanted.question();
            var entities = question.putObject("entities").putArray(wanted.joinKey());
            for (String one : options.get("--entities").split(",", -1)) {
                wanted.addKey(one.strip(), entities);
            }
            JsonNode answer = town.post("/get-online-features", question);
            if (!options.json()) {
                FeatureTables.printAnswer(answer, out);
            }
            return answer;
        }
    },

    /** Features as they were known at past times, for a file of entities. */
    HISTORY("--features --service --entities --out", "--entities --out") {
        @Override
        JsonNode run(RegistryOptions options, TownCall town, PrintStream out)
                throws IOException, InterruptedException, Refused {
            Wanted wanted = Wanted.of(options, town.get(DEFINITIONS));
            ObjectNode done = new PastOfFile(wanted, town).write(options);
            if (!options.json()) {
                out.printf(
                        "wrote %s: %d rows, %d of %d values known%n",
                        options.get("--out"),
                        done.get("rows").asInt(),
                        done.get("known").asInt(),
                        done.get("values").asInt());
            }
            return done;
        }
    };

    private static final String DEFINITIONS = "/v1/features";
    private static final String HELP =
            """
            Asks a running town for features.

              forecast features list [--view NAME]
              forecast features get --features VIEW:FEATURE,... --entities R001,R002
              forecast features history --features VIEW:FEATURE,... --entities F.csv --out O.csv

              --features F,..  such as traffic_vehicle_count:lag_24h; VIEW:* for all of a view
              --service NAME   the features of a service, in place of --features
              --entities E     get: the entities, joined by commas; history: a CSV or Parquet file
                               with the join key (such as road_id) and event_timestamp
              --out F          .csv or .parquet; each row as it was known at its event_timestamp,
                               with the status of each feature in a column FEATURE__status
              --data-dir DIR   the town's folder (~/.nagar)
              --url URL        a town elsewhere, such as http://127.0.0.1:8080
              --json           one JSON object
              --help           this text

            Exit status: 0 done, 1 refused or failed, 2 bad arguments.
            """;

    private final String valued;
    private final String needed;

    FeaturesCommand(String valued, String needed) {
        this.valued = valued;
        this.needed = needed;
    }

    abstract JsonNode run(RegistryOptions options, TownCall town, PrintStream out)
            throws IOException, InterruptedException, Refused;

    /** Whether the arguments ask for the text on how to use the commands. */
    public static boolean wantsHelp(List<String> args, PrintStream out) {
        boolean wanted = args.contains("--help");
        if (wanted) {
            out.print(HELP);
        }
        return wanted;
    }

    /**
     * Runs the command.
     *
     * @return 0 done, 1 refused or failed, 2 bad arguments
     */
    public int run(List<String> args, Town town, PrintStream out, PrintStream err)
            throws InterruptedException {
        return new AskedTown(town, "forecast features list", out, err)
                .run(
                        args,
                        valued,
                        needed,
                        (options, call) -> {
                            JsonNode answer = run(options, call, out);
                            if (options.json()) {
                                out.println(answer);
                            }
                        });
    }
}
