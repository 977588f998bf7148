package town.nagar.forecast.registry.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.forecast.registry.command.TownCall.Refused;

/** The commands that ask a running town for its models and move their versions. */
public enum RegistryCommand {
    /** Which models there are; of one, its versions and what changed. */
    MODELS("--model", "") {
        @Override
        JsonNode ask(RegistryOptions options, TownCall town)
                throws IOException, InterruptedException, Refused {
            if (options.find(MODEL).isEmpty()) {
                return all("/v1/models", town);
            }
            String path = "/v1/models/" + TownCall.part(options.get(MODEL));
            ObjectNode model = (ObjectNode) town.get(path);
            model.set("all_versions", versions(path + "/versions", town));
            model.set("changes", town.get(path + "/changes?per_page=20").get("data"));
            return model;
        }

        @Override
        void print(JsonNode answer, PrintStream out) {
            if (answer.has("all_versions")) {
                ModelTables.print(answer, out);
            } else {
                ModelTables.printAll(answer.get("data"), out);
            }
        }
    },

    /** Moves a version to a stage, with a reason. */
    PROMOTE("--model --version --to --reason", "--model --version --to --reason") {
        @Override
        JsonNode ask(RegistryOptions options, TownCall town)
                throws IOException, InterruptedException, Refused {
            return town.post(
                    "/v1/models/%s/versions/%s/stage"
                            .formatted(
                                    TownCall.part(options.get(MODEL)),
                                    TownCall.part(options.get("--version"))),
                    Map.of("stage", options.get("--to"), "reason", options.get("--reason")));
        }

        @Override
        void print(JsonNode answer, PrintStream out) {
            stands(answer, out);
        }
    },

    /** Puts the version back into production that was there before. */
    ROLLBACK("--model --reason", "--model --reason") {
        @Override
        JsonNode ask(RegistryOptions options, TownCall town)
                throws IOException, InterruptedException, Refused {
            return town.post(
                    "/v1/models/%s/rollback".formatted(TownCall.part(options.get(MODEL))),
                    Map.of("reason", options.get("--reason")));
        }

        @Override
        void print(JsonNode answer, PrintStream out) {
            stands(answer, out);
        }
    },

    /** Asks for a new version, trained on what the town has stored. */
    RETRAIN("--model --reason", "--model --reason") {
        @Override
        JsonNode ask(RegistryOptions options, TownCall town)
                throws IOException, InterruptedException, Refused {
            return town.post(
                    "/v1/models/%s/retrain".formatted(TownCall.part(options.get(MODEL))),
                    Map.of("reason", options.get("--reason")));
        }

        @Override
        void print(JsonNode answer, PrintStream out) {
            out.printf(
                    "%s is trained anew when its turn comes%s; see %s%n",
                    answer.get("model").asText(),
                    answer.get("joined").asBoolean() ? ", as was asked before" : "",
                    answer.get("status_url").asText());
        }
    };

    /** All versions; those that are in some use with their evidence. */
    private static ArrayNode versions(String path, TownCall town)
            throws IOException, InterruptedException, Refused {
        ArrayNode versions = TownCall.JSON.createArrayNode();
        for (JsonNode version : town.get(path).get("data")) {
            boolean used = !UNUSED.contains(version.get("stage").asText());
            versions.add(used ? town.get(path + "/" + version.get("version").asText()) : version);
        }
        return versions;
    }

    private static final String MODEL = "--model";
    private static final Set<String> UNUSED = Set.of("none", "archived");
    private static final String HELP =
            """
            Asks a running town for its forecasting models and moves their versions.

              forecast models [--model NAME]
              forecast promote --model NAME --version 1.2.0 --to STAGE --reason TEXT
              forecast rollback --model NAME --reason TEXT
              forecast retrain --model NAME --reason TEXT

              NAME             may also stand first, without --model
              --version V      the semantic number, or the registry's own
              --to STAGE       shadow, canary, production, archived or none; canary and production
                               are refused unless the version's walk-forward beats every seasonal
                               baseline at each horizon and its intervals hold
              --reason TEXT    why; it is kept in the log with your name
              --data-dir DIR   the town's folder (~/.nagar)
              --url URL        a town elsewhere, such as http://127.0.0.1:8080
              --json           one JSON object
              --help           this text

            Writing needs an API key in the environment variable NAGAR_API_KEY.
            Exit status: 0 done, 1 refused or failed, 2 bad arguments.
            """;

    private final String valued;
    private final String needed;

    /**
     * A command.
     *
     * @param valued options that take a value, joined by blanks
     * @param needed those of them that must be given
     */
    RegistryCommand(String valued, String needed) {
        this.valued = valued;
        this.needed = needed;
    }

    abstract JsonNode ask(RegistryOptions options, TownCall town)
            throws IOException, InterruptedException, Refused;

    abstract void print(JsonNode answer, PrintStream out);

    private static void stands(JsonNode version, PrintStream out) {
        out.printf(
                "%s %s is in stage %s%n",
                version.get("model").asText(),
                version.get("version").asText(),
                version.get("stage").asText());
    }

    private static JsonNode all(String path, TownCall town)
            throws IOException, InterruptedException, Refused {
        ObjectNode answer = TownCall.JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        String cursor = "";
        do {
            JsonNode page =
                    town.get(cursor.isEmpty() ? path : path + "?cursor=" + TownCall.part(cursor));
            page.get("data").forEach(data::add);
            cursor = page.at("/pagination/next").asText();
        } while (!cursor.isEmpty());
        return answer;
    }

    /** Whether the arguments ask for the text on how to use the commands. */
    public static boolean wantsHelp(List<String> args, PrintStream out) {
        boolean wanted = args.contains("--help");
        if (wanted) {
            out.print(HELP);
        }
        return wanted;
    }

    /** The arguments with a name that stands first as an option's value. */
    private static List<String> named(List<String> args) {
        if (args.isEmpty() || args.getFirst().startsWith("--")) {
            return args;
        }
        List<String> named = new ArrayList<>(List.of(MODEL));
        named.addAll(args);
        return named;
    }

    /**
     * Runs the command.
     *
     * @return 0 done, 1 refused or failed, 2 bad arguments
     */
    public int run(List<String> args, Town town, PrintStream out, PrintStream err)
            throws InterruptedException {
        return new AskedTown(town, "forecast models", out, err)
                .run(
                        named(args),
                        valued,
                        needed,
                        (options, call) -> {
                            JsonNode answer = ask(options, call);
                            if (options.json()) {
                                out.println(answer);
                            } else {
                                print(answer, out);
                            }
                        });
    }
}
