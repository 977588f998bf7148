package town.nagar.checks.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each part of a town takes, and this process, which sends the load.
 *
 * @param seconds of the processor since each part's start, by name
 * @param megabytes resident, by name
 */
record Parts(Map<String, Double> seconds, Map<String, Long> megabytes) {
    private static final List<String> PARTS =
            List.of("mqtt", "services", "kafka", "streams", "postgres", "redis");

    static Parts now(TownUnderTest town) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        Map<String, Long> megabytes = new TreeMap<>();
        for (String part : PARTS) {
            ProcessTree processes = new ProcessTree(town.processOf(part));
            seconds.put(part, processes.cpuSeconds());
            megabytes.put(part, processes.residentMegabytes());
        }
        seconds.put("sender", new ProcessTree(ProcessHandle.current()).ownCpuSeconds());
        return new Parts(seconds, megabytes);
    }

    /** The resident memory of each in words. */
    String memory() {
        return megabytes.entrySet().stream()
                .map(part -> "%s %d".formatted(part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Processor time that was spent since an earlier look, for each of a number of things, in
     * words.
     */
    String spentSince(Parts earlier, double things) {
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
