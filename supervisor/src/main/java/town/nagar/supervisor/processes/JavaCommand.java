package town.nagar.supervisor.processes;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command of a Java child: this process's own Java, the guard first, quiet on JDK 25. */
public final class JavaCommand {
    /** What a server's optimising compiler waits for, in times of Java's own patience. */
    private static final int PATIENCE = 8;

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private JavaCommand() {}

    /**
     * Options by which the optimising compiler waits for what is called more often than it usually
     * does. On two cores it takes a third of a start else, for methods that are busy in a start
     * alone; what is busy without it for long is slower meanwhile.
     *
     * @param times how many times as often as by Java's own thresholds
     */
    public static List<String> patience(int times) {
        return List.of(
                "-XX:Tier4InvocationThreshold=" + 5_000 * times,
                "-XX:Tier4MinInvocationThreshold=" + 600 * times,
                "-XX:Tier4CompileThreshold=" + 15_000 * times,
                "-XX:Tier4BackEdgeThreshold=" + 40_000 * times);
    }

    /**
     * A guarded child.
     *
     * @param options of the virtual machine, such as {@code -Xmx256m}
     */
    static List<String> guarded(
            List<String> options, List<Path> classPath, String mainClass, List<String> arguments) {
        List<String> rest = new ArrayList<>(List.of(mainClass));
        rest.addAll(arguments);
        return plain(options, withGuard(classPath), Guard.class.getName(), rest);
    }

    /** The class path of a guarded child. */
    static List<Path> withGuard(List<Path> classPath) {
        return Stream.concat(classPath.stream(), Stream.of(ownCode())).toList();
    }

    /** A Java program that ends by itself soon. */
    public static List<String> plain(
            List<String> options, List<Path> classPath, String mainClass, List<String> arguments) {
        List<String> command = java(options, classPath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** All but what to run. */
    static List<String> java(List<String> options, List<Path> classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(patience(PATIENCE));
        command.addAll(options);
        command.add("-cp");
        command.add(
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)));
        return command;
    }

    private static Path ownCode() {
        try {
            return Path.of(Guard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this program's own jar has no file name", e);
        }
    }
}
