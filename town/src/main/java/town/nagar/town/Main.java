package town.nagar.town;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import town.nagar.engine.agriculture.CropCommand;
import town.nagar.engine.agriculture.EvapotranspirationCommand;
import town.nagar.engine.air.DispersionCommand;
import town.nagar.engine.market.MarketCommand;
import town.nagar.engine.traffic.tntp.AssignCommand;
import town.nagar.engine.uncertainty.sensitivity.SensitivityCommand;
import town.nagar.engine.water.HydraulicsCommand;
import town.nagar.forecast.backtest.BacktestCommand;
import town.nagar.forecast.featurestore.command.FeaturesCommand;
import town.nagar.forecast.quality.QualityCommand;
import town.nagar.forecast.registry.command.RegistryCommand;
import town.nagar.forecast.training.TrainCommand;
import town.nagar.norms.air.NaqiCommand;
import town.nagar.sample.GenerateCommand;
import town.nagar.sample.ImportCommand;
import town.nagar.simulation.Machine;
import town.nagar.simulation.SimulateCommand;
import town.nagar.simulation.calibration.CalibrateCommand;
import town.nagar.town.cli.UsageException;
import town.nagar.town.serve.ServeCommand;
import town.nagar.town.simulate.TownFolders;
import town.nagar.town.up.DoctorCommand;
import town.nagar.town.up.DownCommand;
import town.nagar.town.up.FetchCommand;
import town.nagar.town.up.GatewayCommand;
import town.nagar.town.up.RegistryVerb;
import town.nagar.town.up.ReplayVerb;
import town.nagar.town.up.StatusCommand;
import town.nagar.town.up.UpCommand;

/** The command line: one verb, its options, an exit status. */
public final class Main {
    private static final String HELP =
            """
            ./nagar VERB [options]          (--help after a verb tells more)

              up [--target T] [--domains D] [--town DIR] [--data-dir DIR] [--port 8080] [--no-demo]
                                            the whole town on this machine; Ctrl-C stops it
              down | status | doctor        [--data-dir DIR]
              test | format | bench NAME
              validate [--data DIR] [--out FILE]   published answers beside ours
              gateway add NAME | list       [--data-dir DIR]   who may send by MQTT
              town generate --seed N --population P --out DIR
              town import [--osm F] [--wards F] [--inp F] --out DIR
              replay --domain D --file F [--map FILE] [--speed X] [--via mqtt|rest]
              naqi --pm25 85.5 --pm10 120 ... [--json]
              engine assign --network F --trips F [--gap 1e-6] [--flows OUT.csv] [--json]
              engine hydraulics --inp F --out DIR [--json]
              engine dispersion|evapotranspiration|crop|market --case F.json [--json]
              engine calibrate --case F.json [--json]   a weekday's curve from hourly counts
              engine sensitivity --case F.json [--sample OUT.csv | --results IN.csv] [--json]
              forecast backtest --domain D --series F.csv --from T --until T --horizon 24h --out F.csv
              forecast train --domain D --series F.csv --horizon 24h [--model M] --out DIR [--json]
              forecast quality --data DIR --out FILE.md   forecasts of published data beside baselines
              forecast models [--model NAME] [--json]   models of the running town
              forecast promote --model NAME --version V --to STAGE --reason TEXT
              forecast rollback --model NAME --reason TEXT
              forecast features list [--view NAME]   what models and people can ask of a place
              forecast features get --features VIEW:FEATURE,... --entities R001,R002
              forecast features history --features VIEW:FEATURE,... --entities F.csv --out O.csv
              forecast retrain NAME --reason TEXT   trains a model of the running town anew
              simulate --scenario F.json [--town DIR] [--runs N] [--seed S] [--threads T] [--json]

            Exit status: 0 done, 1 the work failed, 2 the arguments cannot be used.\
            """;

    /** What a verb does with its arguments. */
    @FunctionalInterface
    private interface Verb {
        int run(List<String> args) throws IOException, InterruptedException;
    }

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final Map<String, String> ENVIRONMENT = System.getenv();
    private static final Map<String, Verb> VERBS = new TreeMap<>(verbs());

    private Main() {}

    private static Map<String, Verb> verbs() {
        InstantSource clock = InstantSource.system();
        return Map.ofEntries(
                Map.entry("help", _ -> help()),
                Map.entry("up", args -> UpCommand.run(args, ENVIRONMENT, OUT, clock)),
                Map.entry("serve", args -> ServeCommand.run(args, ENVIRONMENT, clock)),
                Map.entry("down", args -> DownCommand.run(args, ENVIRONMENT, OUT)),
                Map.entry("status", args -> StatusCommand.run(args, ENVIRONMENT, OUT)),
                Map.entry("doctor", args -> DoctorCommand.run(args, ENVIRONMENT, OUT)),
                Map.entry("fetch", args -> FetchCommand.run(args, ENVIRONMENT, OUT, clock)),
                Map.entry("gateway add", args -> GatewayCommand.add(args, ENVIRONMENT, OUT)),
                Map.entry("gateway list", args -> GatewayCommand.list(args, ENVIRONMENT, OUT)),
                Map.entry("naqi", args -> NaqiCommand.run(args, OUT, ERR)),
                Map.entry("replay", args -> ReplayVerb.run(args, ENVIRONMENT, OUT, ERR)),
                Map.entry(
                        "forecast backtest",
                        args -> BacktestCommand.run(args, isOnTerminal(), OUT, ERR)),
                Map.entry(
                        "forecast train", args -> TrainCommand.run(args, isOnTerminal(), OUT, ERR)),
                Map.entry(
                        "forecast quality",
                        args -> QualityCommand.run(args, isOnTerminal(), OUT, ERR)),
                Map.entry("forecast models", args -> registry(RegistryCommand.MODELS, args)),
                Map.entry("forecast promote", args -> registry(RegistryCommand.PROMOTE, args)),
                Map.entry("forecast rollback", args -> registry(RegistryCommand.ROLLBACK, args)),
                Map.entry("forecast features list", args -> features(FeaturesCommand.LIST, args)),
                Map.entry("forecast features get", args -> features(FeaturesCommand.GET, args)),
                Map.entry(
                        "forecast features history",
                        args -> features(FeaturesCommand.HISTORY, args)),
                Map.entry("forecast retrain", args -> registry(RegistryCommand.RETRAIN, args)),
                Map.entry("simulate", args -> simulate(args, clock)),
                Map.entry("town import", args -> ImportCommand.run(array(args), OUT, ERR)),
                Map.entry("town generate", args -> GenerateCommand.run(array(args), OUT, ERR)),
                Map.entry("engine assign", args -> AssignCommand.run(array(args), OUT, ERR)),
                Map.entry(
                        "engine dispersion", args -> DispersionCommand.run(array(args), OUT, ERR)),
                Map.entry(
                        "engine evapotranspiration",
                        args -> EvapotranspirationCommand.run(array(args), OUT, ERR)),
                Map.entry("engine crop", args -> CropCommand.run(array(args), OUT, ERR)),
                Map.entry("engine market", args -> MarketCommand.run(array(args), OUT, ERR)),
                Map.entry("engine calibrate", args -> CalibrateCommand.run(array(args), OUT, ERR)),
                Map.entry(
                        "engine sensitivity",
                        args -> SensitivityCommand.run(array(args), OUT, ERR)),
                Map.entry(
                        "engine hydraulics", args -> HydraulicsCommand.run(array(args), OUT, ERR)));
    }

    private static int registry(RegistryCommand command, List<String> args)
            throws IOException, InterruptedException {
        return RegistryCommand.wantsHelp(args, OUT)
                ? 0
                : RegistryVerb.run(command::run, args, ENVIRONMENT, OUT, ERR);
    }

    private static int features(FeaturesCommand command, List<String> args)
            throws IOException, InterruptedException {
        return FeaturesCommand.wantsHelp(args, OUT)
                ? 0
                : RegistryVerb.run(command::run, args, ENVIRONMENT, OUT, ERR);
    }

    private static int simulate(List<String> args, InstantSource clock) {
        var machine =
                new Machine(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory(),
                        isOnTerminal());
        return SimulateCommand.run(args, new TownFolders(), clock, machine, OUT, ERR);
    }

    private static boolean isOnTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** Runs the verb and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args)));
    }

    private static int run(List<String> args) {
        try {
            for (int words = Math.min(3, args.size()); words > 0; words--) {
                Verb verb = VERBS.get(String.join(" ", args.subList(0, words)));
                if (verb != null) {
                    return verb.run(args.subList(words, args.size()));
                }
            }
            return unknown(args);
        } catch (UsageException e) {
            ERR.println("nagar: " + e.getMessage());
            return 2;
        } catch (IOException | RuntimeException e) {
            ERR.println("nagar: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int unknown(List<String> args) {
        ERR.printf(
                "nagar: '%s' is no verb; verbs: %s, test, format, bench, validate%n",
                args.isEmpty() ? "" : args.getFirst(),
                VERBS.keySet().stream()
                        .filter(v -> !v.equals("serve") && !v.equals("fetch"))
                        .collect(Collectors.joining(", ")));
        return 2;
    }

    private static int help() {
        OUT.println(HELP);
        return 0;
    }

    private static String[] array(List<String> args) {
        return args.toArray(String[]::new);
    }
}
