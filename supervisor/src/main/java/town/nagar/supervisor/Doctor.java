package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.supervisor.binaries.ClassPaths;
import town.nagar.supervisor.binaries.DebianPackages;
import town.nagar.supervisor.processes.SystemTools;

/** Examines a machine for what may keep the servers from starting. Changes nothing that stays. */
public final class Doctor {
    private static final int JAVA = 25;
    private static final long GIGABYTE = 1L << 30;
    private static final long LEAST_DISK_BYTES = GIGABYTE;
    private static final long GOOD_DISK_BYTES = 5 * GIGABYTE;
    private static final int SERVER_PORT_RANGE_END = 1_024;

    private final Path dataDir;
    private final Map<String, String> settings;

    private Doctor(Path dataDir, Map<String, String> settings) {
        this.dataDir = dataDir.toAbsolutePath();
        this.settings = Map.copyOf(settings);
    }

    /**
     * All findings, good ones too.
     *
     * @param dataDir the folder a town would use; needn't exist
     * @param settings as in a {@link Plan}
     */
    public static List<Finding> examine(Path dataDir, Map<String, String> settings) {
        var doctor = new Doctor(dataDir, settings);
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature()));
        findings.add(doctor.dataFolder());
        findings.add(diskSpace(doctor.usableBytes(), doctor.nearestFolder()));
        findings.add(doctor.programsRun());
        findings.add(doctor.classPaths());
        findings.add(doctor.running());
        findings.add(doctor.packages());
        findings.add(setpriv());
        for (ServerName server : ServerName.values()) {
            doctor.port(server).ifPresent(findings::add);
        }
        return List.copyOf(findings);
    }

    static Finding java(int feature) {
        String found = "Java " + feature;
        return feature >= JAVA
                ? Finding.good("java", found)
                : Finding.problem("java", found, "start with JDK %d or newer".formatted(JAVA));
    }

    private Finding dataFolder() {
        Path folder = nearestFolder();
        return Files.isWritable(folder)
                ? Finding.good("data folder", dataDir.toString())
                : Finding.problem(
                        "data folder",
                        "%s can't be written".formatted(folder),
                        "choose another by --data-dir, or make it yours");
    }

    /** The folder itself, or what it would be made in. */
    private Path nearestFolder() {
        for (Path at = dataDir; at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return at;
            }
        }
        return Path.of("/");
    }

    private long usableBytes() {
        try {
            return Files.getFileStore(nearestFolder()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    static Finding diskSpace(long usableBytes, Path folder) {
        String found = "%.1f GB free in %s".formatted((double) usableBytes / GIGABYTE, folder);
        if (usableBytes >= GOOD_DISK_BYTES) {
            return Finding.good("disk space", found);
        }
        String remedy = "free some, or choose another disk by --data-dir";
        return usableBytes >= LEAST_DISK_BYTES
                ? Finding.warning("disk space", found, remedy)
                : Finding.problem("disk space", found, remedy);
    }

    /** Whether programs run from where they would be unpacked. */
    private Finding programsRun() {
        try {
            Path script =
                    Files.createTempFile(
                            nearestFolder(),
                            "nagar-doctor-",
                            ".sh",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
            try {
                Files.writeString(script, "#!/bin/sh\nexit 0\n");
                SystemTools.run(Path.of("/"), 5, List.of(script.toString()));
                return Finding.good("programs", "run from " + nearestFolder());
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            return Finding.problem(
                    "programs",
                    "don't run from %s (%s)".formatted(nearestFolder(), e.getMessage()),
                    "its disk is perhaps mounted noexec: choose another by --data-dir");
        }
    }

    private Finding classPaths() {
        try {
            ClassPaths paths =
                    Optional.ofNullable(settings.get("nagar.home"))
                            .map(home -> new ClassPaths(Path.of(home)))
                            .orElseGet(() -> ClassPaths.above(Path.of("")));
            for (String server : List.of("kafka", "documents", "objects", "mqtt")) {
                paths.of(server);
            }
            return Finding.good("servers", "built, in " + paths.home());
        } catch (IOException | IllegalStateException e) {
            return Finding.problem("servers", String.valueOf(e.getMessage()), "build Nagar");
        }
    }

    private Finding running() {
        try {
            return TownStatus.read(dataDir)
                    .filter(TownStatus::running)
                    .map(status ->
                            Finding.warning(
                                    "data folder",
                                    "in use by process " + status.supervisor(),
                                    "stop that before another start"))
                    .orElseGet(() -> Finding.good("data folder", "not in use"));
        } catch (IOException e) {
            return Finding.warning("state.json", "can't be read: " + e.getMessage(), "delete it");
        }
    }

    private Finding packages() {
        if ("false".equalsIgnoreCase(settings.getOrDefault("nagar.servers.debian", "true"))) {
            return Finding.good("packages", "Debian's are turned off");
        }
        return DebianPackages.obstacle()
                .map(obstacle ->
                        Finding.warning(
                                "packages",
                                obstacle,
                                "without them PostgreSQL has no PostGIS:"
                                        + " install it, or give nagar.postgres.url"))
                .orElseGet(() -> Finding.good("packages", "Debian 12's can be unpacked"));
    }

    private static Finding setpriv() {
        if (SystemTools.find("setpriv").isPresent()) {
            return Finding.good("setpriv", "children die with their supervisor");
        }
        return SystemTools.isRoot()
                ? Finding.problem(
                        "setpriv",
                        "missing, and PostgreSQL refuses to run as root",
                        "install util-linux, or start as an ordinary user")
                : Finding.good("setpriv", "missing; children watch their supervisor themselves");
    }

    private Optional<Finding> port(ServerName server) {
        int port = Plan.askedPort(settings, server);
        if (port == 0) {
            return Optional.empty();
        }
        String subject = server.portKey();
        if (Ports.isFree(port)) {
            return Optional.of(Finding.good(subject, port + " is free"));
        }
        String remedy =
                port < SERVER_PORT_RANGE_END && !SystemTools.isRoot()
                        ? "only root may listen below " + SERVER_PORT_RANGE_END
                        : "stop what listens there, or ask for another";
        return Optional.of(Finding.problem(subject, port + " can't be listened on", remedy));
    }
}
