package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and all below it, as Linux accounts for them in /proc. */
record ProcessTree(ProcessHandle root) {
    private static final double TICKS_PER_SECOND = 100;

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    /** User and system seconds of all that live, and of the dead children they waited for. */
    double cpuSeconds() {
        return all().flatMapToLong(process -> ticks(process.pid())).sum() / TICKS_PER_SECOND;
    }

    /** The same of the root alone. */
    double ownCpuSeconds() {
        return ticks(root.pid()).sum() / TICKS_PER_SECOND;
    }

    /** Resident memory of each, added; pages that processes share count once a process. */
    long residentMegabytes() {
        return sumKilobytes("status", "VmRSS:") / 1024;
    }

    /** Resident memory with each shared page divided among its users. */
    long proportionalMegabytes() {
        return sumKilobytes("smaps_rollup", "Pss:") / 1024;
    }

    private long sumKilobytes(String file, String key) {
        return all().flatMap(process -> lines(process.pid(), file))
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static LongStream ticks(long pid) {
        return lines(pid, "stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .flatMapToLong(cells ->
                        LongStream.of(11, 12, 13, 14).map(i -> Long.parseLong(cells[(int) i])));
    }

    private static Stream<String> lines(long pid, String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), file));
            return lines.stream();
        } catch (IOException e) {
            return Stream.empty(); // the process has ended
        }
    }
}
