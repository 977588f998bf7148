package town.nagar.supervisor;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.processes.Child;
import town.nagar.supervisor.processes.Launch;
import town.nagar.supervisor.processes.LogFile;

/** One backing server under supervision. Its own child thread chooses, prepares and restarts it. */
final class ManagedServer implements Managed {
    private final Server server;
    private final Surroundings surroundings;
    private final LogFile log;
    private final Child child;

    private volatile Optional<Choice> choice = Optional.empty();
    private volatile int port;

    ManagedServer(
            Server server,
            Surroundings surroundings,
            Child.Surroundings childSurroundings,
            Runnable changed)
            throws IOException {
        this.server = server;
        this.surroundings = surroundings;
        String name = server.name().word();
        this.log = new LogFile(Managed.log(surroundings.plan(), name));
        this.child = Child.start(name, this::prepare, log, childSurroundings, changed);
    }

    private Launch prepare() throws IOException {
        if (choice.isEmpty()) {
            choice = Optional.of(announced(server.choose()));
        }
        port = freePort();
        return server.prepare(choice.get(), port);
    }

    private Choice announced(Choice found) {
        surroundings
                .plan()
                .report()
                .accept(
                        "%s: %s, version %s%s"
                                .formatted(
                                        server.name().word(),
                                        Managed.word(found.source()),
                                        found.version(),
                                        found.lacks().isEmpty() ? "" : "; " + found.lacks()));
        return found;
    }

    /** Clients know the port once it served, so it is not changed after that. */
    private int freePort() throws IOException {
        int asked = Plan.askedPort(surroundings.plan().settings(), server.name());
        int fixed = asked != 0 ? asked : servedBefore() ? port : 0;
        if (fixed == 0) {
            return surroundings.ports().pick(server.name().word());
        }
        if (!Ports.isFree(fixed)) {
            throw new IOException(
                    "port %d%s is taken by another program; stop that, or ask for another port"
                            .formatted(
                                    fixed,
                                    asked == 0
                                            ? ""
                                            : ", asked for by " + server.name().portKey() + ","));
        }
        return fixed;
    }

    private boolean servedBefore() {
        return port != 0 && child().firstReady().isDone();
    }

    ServerName name() {
        return server.name();
    }

    Map<String, String> settings() throws IOException {
        return server.settings(port);
    }

    @Override
    public Child child() {
        return child;
    }

    @Override
    public LogFile log() {
        return log;
    }

    @Override
    public ServerStatus status() {
        return Managed.status(
                this,
                new Managed.Face(
                        server.name().word(),
                        port,
                        port == 0 ? "" : server.url(port),
                        choice.map(Choice::source).map(Managed::word).orElse(""),
                        choice.map(Choice::version).orElse(""),
                        choice.map(Choice::lacks).orElse("")));
    }
}
