package town.nagar.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.supervisor.probes.Probe;

/**
 * A Java program of the town's own that runs as a supervised child, such as the streams.
 *
 * @param name in lower case, the name of its log and of its entry in the state file
 * @param classPath its jars and folders
 * @param mainClass a public class with {@code public static void main(String[])}
 * @param arguments of that main
 * @param options of the virtual machine, such as {@code -Xmx768m}
 * @param environment added to the supervisor's own; the place for secrets
 * @param after the servers that must serve before it starts
 * @param port where it listens, 0 if nowhere
 * @param probe tells whether it serves
 */
public record JavaChild(
        String name,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        List<String> options,
        Map<String, String> environment,
        Set<ServerName> after,
        int port,
        Probe probe) {
    /** Copies all lists and refuses a name that is no file name. */
    public JavaChild {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException(
                    "name: %s; must be 1 to 31 of a-z, 0-9 and -".formatted(name));
        }
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
    }
}
