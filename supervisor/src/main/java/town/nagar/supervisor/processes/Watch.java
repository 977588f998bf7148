package town.nagar.supervisor.processes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Ends a child after its supervisor's death on systems that can't do so themselves.
 *
 * <p>A shell waits for the end of its standard input, whose other end the supervisor holds, and
 * then sends the signal. Where {@code setpriv} exists, there is nothing to do.
 */
final class Watch implements AutoCloseable {
    private static final String SCRIPT = "while read -r _; do :; done; kill -\"$1\" \"$2\"";

    private final Optional<Process> shell;

    private Watch(Optional<Process> shell) {
        this.shell = shell;
    }

    static Watch over(Process child, Ending ending) throws IOException {
        if (Rights.childrenDieWithParent()) {
            return new Watch(Optional.empty());
        }
        return new Watch(Optional.of(Spawner.start(shell(child.pid(), ending))));
    }

    static ProcessBuilder shell(long pid, Ending ending) {
        return new ProcessBuilder(
                List.of("/bin/sh", "-c", SCRIPT, "watch", ending.name(), Long.toString(pid)));
    }

    /** The child is gone: its id may soon be another's, so the shell must not signal it. */
    @Override
    public void close() {
        shell.ifPresent(Process::destroyForcibly);
    }
}
