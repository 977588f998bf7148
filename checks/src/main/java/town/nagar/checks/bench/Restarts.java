package town.nagar.checks.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import town.nagar.supervisor.ServerStatus;

/** How often a town's parts were started again besides those that a benchmark killed. */
final class Restarts {
    private final Map<String, Integer> killed = new TreeMap<>();

    /** Under supervisors that are gone. */
    private final Map<String, Integer> before = new TreeMap<>();

    /** A part was killed, and is started again for that. */
    void kill(String part) {
        killed.merge(part, 1, Integer::sum);
    }

    /**
     * Another supervisor takes over, which counts from 0.
     *
     * @param last what the one before counted
     */
    void renew(List<ServerStatus> last) {
        Map<String, Integer> all = besides(last);
        before.putAll(all);
        killed.clear();
    }

    /** Restarts that nobody wanted by part, of those that had any. */
    Map<String, Integer> besides(List<ServerStatus> now) {
        Map<String, Integer> all = new TreeMap<>(before);
        for (ServerStatus part : now) {
            int unwanted = part.restarts() - killed.getOrDefault(part.name(), 0);
            if (unwanted > 0) {
                all.merge(part.name(), unwanted, Integer::sum);
            }
        }
        return all;
    }

    /** Their number, and of which parts. */
    String words(List<ServerStatus> now) {
        Map<String, Integer> all = besides(now);
        int sum = all.values().stream().mapToInt(count -> count).sum();
        return sum
                + all.entrySet().stream()
                        .map(part -> ", %s %d".formatted(part.getKey(), part.getValue()))
                        .collect(Collectors.joining());
    }
}
