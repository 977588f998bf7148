package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The first that works; an earlier choice first, then only those of the same major version. */
    Choice choose(Finder installed, Finder debian, Finder maven) throws IOException {
        Optional<String> major = Optional.ofNullable(record.read().get("major"));
        List<String> reasons = new ArrayList<>();
        for (Finder finder : List.of(installed, ifAllowed(debian), maven)) {
            try {
                Choice choice = finder.find();
                if (major.isEmpty() || major.get().equals(choice.major())) {
                    return keep(choice, reasons);
                }
                reasons.add("version " + choice.version());
            } catch (IOException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new IOException(
                "no program%s: %s"
                        .formatted(
                                major.map(m -> " of version " + m + ", to which the data belong")
                                        .orElse(""),
                                String.join("; ", reasons)));
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
