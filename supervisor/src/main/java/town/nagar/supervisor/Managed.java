package town.nagar.supervisor;

import java.nio.file.Path;
import java.util.Locale;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.processes.Child;
import town.nagar.supervisor.processes.LogFile;

/** Something under supervision that the state file shows. */
interface Managed {
    Child child();

    LogFile log();

    ServerStatus status();

    /** What doesn't change while it lives. */
    record Face(String name, int port, String url, String choice, String version, String lacks) {}

    static ServerStatus status(Managed managed, Face face) {
        Child.Snapshot now = managed.child().snapshot();
        return new ServerStatus(
                face.name(),
                now.state().name().toLowerCase(Locale.ROOT),
                now.pid(),
                face.port(),
                face.url(),
                face.choice(),
                face.version(),
                face.lacks(),
                now.since().toString(),
                now.restarts(),
                now.detail(),
                managed.log().path().toString());
    }

    static String word(Choice.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    static Path log(Plan plan, String name) {
        return plan.dataDir().resolve("logs").resolve(name + ".log");
    }
}
