package town.nagar.checks.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Processor seconds of each part of a town and of this process, which sends the load.
 *
 * @param seconds since each part's start, by name
 */
record CpuShares(Map<String, Double> seconds) {
    private static final List<String> PARTS =
            List.of("mqtt", "services", "kafka", "streams", "postgres", "redis");

    static CpuShares now(TownUnderTest town) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        for (String part : PARTS) {
            seconds.put(part, new ProcessTree(town.processOf(part)).cpuSeconds());
        }
        seconds.put("sender", new ProcessTree(ProcessHandle.current()).ownCpuSeconds());
        return new CpuShares(seconds);
    }

    /** What was spent since an earlier look, for each of a number of things, in words. */
    String since(CpuShares earlier, double things) {
        return seconds.entrySet().stream()
                .map(part ->
                        "%s %.3f"
                                .formatted(
                                        part.getKey(),
                                        (part.getValue()
                                                        - earlier.seconds.getOrDefault(
                                                                part.getKey(), 0.0))
                                                / things))
                .collect(Collectors.joining(", "));
    }
}
