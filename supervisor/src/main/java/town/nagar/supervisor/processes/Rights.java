package town.nagar.supervisor.processes;

import java.util.ArrayList;
import java.util.List;

/**
 * Prefixes of a command that set under whom it runs and with whom it dies.
 *
 * <p>Each of these programs replaces itself by the next, so that the server stays the direct child
 * with the process id that was started. {@code setsid} keeps Ctrl-C at the terminal from reaching
 * the children before the supervisor stops them in order.
 */
public final class Rights {
    /** The user and group nobody, by number: names differ between systems. */
    public static final int NOBODY = 65_534;

    private static final boolean SETPRIV = SystemTools.find("setpriv").isPresent();
    private static final boolean SETSID = SystemTools.find("setsid").isPresent();
    private static final boolean NICE = SystemTools.find("nice").isPresent();

    private Rights() {}

    /** Whether the operating system itself ends a child whose supervisor died. */
    static boolean childrenDieWithParent() {
        return SETPRIV;
    }

    /**
     * The launch's command under its rights, ending with the supervisor where the system can. The
     * order matters: a change of user clears the signal that was set before it.
     */
    static List<String> wrap(Launch launch) {
        List<String> inner = new ArrayList<>();
        if (SETPRIV) {
            inner.addAll(List.of("setpriv", "--pdeathsig", launch.ending().name()));
        }
        inner.addAll(launch.command());
        List<String> command = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
        command.addAll(launch.asNobody() ? asNobody(inner) : inner);
        return command;
    }

    /** A command at the lowest priority, killed with the supervisor, where the system can. */
    static List<String> aside(List<String> command) {
        List<String> all = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
        if (SETPRIV) {
            all.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        }
        if (NICE) {
            all.addAll(List.of("nice", "-n", "19"));
        }
        all.addAll(command);
        return all;
    }

    /**
     * A command as nobody if this process is root, else unchanged.
     *
     * @throws IllegalStateException if root has no {@code setpriv} to give up its rights with
     */
    public static List<String> asNobody(List<String> command) {
        if (!SystemTools.isRoot()) {
            return command;
        }
        if (!SETPRIV) {
            throw new IllegalStateException(
                    "PostgreSQL refuses to run as root and setpriv is missing:"
                            + " install util-linux, or start Nagar as an ordinary user");
        }
        List<String> changed = new ArrayList<>(List.of("setpriv"));
        changed.add("--reuid=" + NOBODY);
        changed.add("--regid=" + NOBODY);
        changed.add("--clear-groups");
        changed.addAll(command);
        return changed;
    }
}
