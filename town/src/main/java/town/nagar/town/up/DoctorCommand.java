package town.nagar.town.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.supervisor.Doctor;
import town.nagar.supervisor.Finding;
import town.nagar.supervisor.Finding.Severity;
import town.nagar.town.cli.Options;

/** {@code nagar doctor}: what may keep a town from starting on this machine, and what helps. */
public final class DoctorCommand {
    private DoctorCommand() {}

    /** Returns 0, or 1 if something is in the way. */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out) {
        Options options = Options.of(args, Set.of("data-dir"), Set.of());
        Path dataDir = DataDir.of(options.find("data-dir"), environment);
        List<Finding> findings = Doctor.examine(dataDir, UpSettings.of(dataDir, environment));
        findings.forEach(finding -> out.println(finding.line()));
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.PROBLEM)
                ? 1
                : 0;
    }
}
