package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import town.nagar.supervisor.binaries.ClassPaths;
import town.nagar.supervisor.processes.ClassArchives;

/**
 * What a server's recipe may use.
 *
 * @param throwAway whether the data is deleted at the end, so that it needn't survive a power cut
 */
record Surroundings(
        Plan plan,
        ClassPaths classPaths,
        ClassArchives archives,
        Credentials credentials,
        Ports ports,
        boolean throwAway) {
    /** The server's own folder, made if need be. */
    Path folder(ServerName server) throws IOException {
        return Files.createDirectories(plan.dataDir().resolve(server.word()));
    }
}
