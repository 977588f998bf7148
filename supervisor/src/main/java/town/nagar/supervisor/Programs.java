package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.binaries.DebianPackages;

/**
 * Chooses among installed, Debian's and Maven's program, and keeps to the major version of the data
 * that are there.
 */
final class Programs {
    /** Finds a program, or explains in an exception why it can't be had. */
    @FunctionalInterface
    interface Finder {
        Choice find() throws IOException;
    }

    private final PropertyFile record;
    private final Plan plan;
    private final ServerName server;

    Programs(Path folder, Plan plan, ServerName server) {
        this.record = new PropertyFile(folder.resolve("choice.properties"));
        this.plan = plan;
        this.server = server;
    }

    /**
     * The first that works. Once there are data, the source they were made with comes first, and
     * only the major version they were made with is taken.
     */
    Choice choose(Finder installed, Finder debian, Finder maven) throws IOException {
        Map<Choice.Source, Finder> finders = new EnumMap<>(Choice.Source.class);
        finders.put(Choice.Source.INSTALLED, installed);
        finders.put(Choice.Source.DEBIAN, ifAllowed(debian));
        finders.put(Choice.Source.MAVEN, maven);
        Map<String, String> earlier = record.read();
        Optional<String> major = Optional.ofNullable(earlier.get("major"));
        List<String> reasons = new ArrayList<>();
        for (Finder finder : ordered(finders, earlier)) {
            try {
                Choice choice = finder.find();
                if (major.isEmpty() || major.get().equals(choice.major())) {
                    return keep(choice, reasons);
                }
                reasons.add(
                        "version " + choice.version() + ", but the data belong to " + major.get());
            } catch (IOException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new IOException("no program can be had: " + String.join("; ", reasons));
    }

    private static List<Finder> ordered(
            Map<Choice.Source, Finder> finders, Map<String, String> earlier) {
        List<Finder> ordered = new ArrayList<>();
        finders.forEach((source, finder) -> {
            boolean first = source.name().equals(earlier.get("source"));
            ordered.add(first ? 0 : ordered.size(), finder);
        });
        return ordered;
    }

    private Finder ifAllowed(Finder debian) {
        return () -> {
            if (!plan.debianAllowed()) {
                throw new IOException("Debian packages turned off by nagar.servers.debian");
            }
            Optional<String> obstacle = DebianPackages.obstacle();
            if (obstacle.isPresent()) {
                throw new IOException("no Debian packages: " + obstacle.get());
            }
            return debian.find();
        };
    }

    private Choice keep(Choice choice, List<String> reasons) throws IOException {
        record.write(Map.of("source", choice.source().name(), "major", choice.major()));
        reasons.forEach(reason -> plan.report().accept(server.word() + ": not taken: " + reason));
        return choice;
    }
}
