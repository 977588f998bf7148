package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import town.nagar.supervisor.processes.Child;
import town.nagar.supervisor.processes.ClassArchives;
import town.nagar.supervisor.processes.Ending;
import town.nagar.supervisor.processes.Launch;
import town.nagar.supervisor.processes.LogFile;

/** A Java child of the town's own under supervision. */
final class ManagedChild implements Managed {
    private final JavaChild spec;
    private final ClassArchives archives;
    private final Path folder;
    private final LogFile log;
    private final Child child;

    ManagedChild(
            JavaChild spec,
            Surroundings surroundings,
            Child.Surroundings childSurroundings,
            Runnable changed)
            throws IOException {
        Plan plan = surroundings.plan();
        this.spec = spec;
        this.archives = surroundings.archives();
        this.folder = Files.createDirectories(plan.dataDir().resolve(spec.name()));
        this.log = new LogFile(Managed.log(plan, spec.name()));
        this.child = Child.start(spec.name(), this::prepare, log, childSurroundings, changed);
    }

    private Launch prepare() throws IOException {
        List<String> command =
                archives.guarded(
                        spec.options(), spec.classPath(), spec.mainClass(), spec.arguments());
        return new Launch(command, spec.environment(), folder, false, Ending.TERM, spec.probe());
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
        String url = spec.port() == 0 ? "" : "http://127.0.0.1:" + spec.port();
        return Managed.status(
                this, new Managed.Face(spec.name(), spec.port(), url, "java", "", ""));
    }
}
