package town.nagar.supervisor.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.probes.Probe;

/**
 * How one child is run and asked.
 *
 * @param command the program and its arguments
 * @param environment added to the supervisor's own
 * @param folder where it runs; must exist
 * @param asNobody whether a supervisor that is root runs it as user 65534
 * @param ending the signal that asks for an ordered end
 * @param probe tells whether it serves
 */
public record Launch(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        boolean asNobody,
        Ending ending,
        Probe probe) {
    /** Refuses an empty command. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command: empty, must name a program");
        }
    }

    /** An ordinary child: own rights, ended by SIGTERM. */
    public static Launch of(List<String> command, Path folder, Probe probe) {
        return new Launch(command, Map.of(), folder, false, Ending.TERM, probe);
    }

    @Override
    public String toString() {
        return "Launch[" + command.getFirst() + " in " + folder + "]"; // arguments may hold secrets
    }
}
