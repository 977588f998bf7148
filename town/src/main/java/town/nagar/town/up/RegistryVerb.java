package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.registry.command.Town;
import town.nagar.kit.settings.Secret;
import town.nagar.town.cli.UsageException;

/**
 * {@code nagar forecast models|promote|rollback|retrain|features}: asks the town that runs in
 * {@code --data-dir}, or the one at {@code --url}.
 */
public final class RegistryVerb {
    private RegistryVerb() {}

    /** A command that asks a town. */
    @FunctionalInterface
    public interface Asking {
        /** Returns the command's status. */
        int run(List<String> args, Town town, PrintStream out, PrintStream err)
                throws IOException, InterruptedException;
    }

    /**
     * Returns the command's status.
     *
     * @throws UsageException if no town runs in the folder, or the URL is none
     */
    public static int run(
            Asking command,
            List<String> args,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err)
            throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(args);
        Optional<String> folder = TakenOption.take("--data-dir", rest);
        Optional<String> given = TakenOption.take("--url", rest);
        URI url =
                given.isPresent()
                        ? url(given.get())
                        : URI.create(
                                "http://127.0.0.1:"
                                        + RunningTown.in(DataDir.of(folder, environment))
                                                .port("services"));
        Secret key = new Secret(environment.getOrDefault("NAGAR_API_KEY", ""));
        return command.run(rest, new Town(url, key), out, err);
    }

    private static URI url(String text) {
        if (!text.matches("https?://[^/?#\\s]+/?")) {
            throw new UsageException(
                    "--url is '%s'; allowed: such as http://127.0.0.1:8080".formatted(text));
        }
        return URI.create(text.replaceAll("/$", ""));
    }
}
