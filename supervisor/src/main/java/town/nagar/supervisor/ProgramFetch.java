package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import town.nagar.supervisor.binaries.DebianPackages;

/** Brings the programs here that the first start of a town would have to unpack. */
public final class ProgramFetch {
    private static final List<ServerName> UNPACKED = List.of(ServerName.POSTGRES, ServerName.REDIS);

    private ProgramFetch() {}

    /**
     * Leaves programs where starts of this build look for them.
     *
     * @param plan its folder is not touched; a server whose URL it has needs no program
     * @throws IOException if a server's program can't be had
     */
    public static void run(Plan plan) throws IOException {
        Path folder = EphemeralServers.folder("nagar-fetch-");
        try {
            Surroundings surroundings = Supervisor.surroundings(in(folder, plan), true);
            for (ServerName name : UNPACKED) {
                if (Supervisor.wanted(plan, name)) {
                    Supervisor.server(name, surroundings).choose();
                }
            }
        } finally {
            DebianPackages.deleteTree(folder);
        }
    }

    private static Plan in(Path folder, Plan plan) {
        return new Plan(Set.copyOf(UNPACKED), folder, plan.settings(), plan.clock(), plan.report());
    }
}
