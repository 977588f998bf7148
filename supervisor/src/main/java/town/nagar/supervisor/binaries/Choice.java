package town.nagar.supervisor.binaries;

import java.nio.file.Path;
import java.util.Map;

/**
 * A server's program that was found, and where.
 *
 * @param source how it came here
 * @param version as the program itself says, or the library's
 * @param folder the folder with the program's files: {@code bin} for PostgreSQL, the one with
 *     {@code redis-server} for Redis, Nagar's own for class paths
 * @param environment what the program needs to run from there
 * @param lacks what it can't do, empty if nothing
 */
public record Choice(
        Source source, String version, Path folder, Map<String, String> environment, String lacks) {
    /** Where a program comes from, in the order of preference. */
    public enum Source {
        /** Found on this machine. */
        INSTALLED,
        /** Unpacked from Debian's packages. */
        DEBIAN,
        /** Brought by Maven. */
        MAVEN
    }

    /** Copies the environment. */
    public Choice {
        environment = Map.copyOf(environment);
    }

    /** The first number of the version, to which a data folder belongs. */
    public String major() {
        return version.split("\\.", 2)[0];
    }
}
