package town.nagar.data.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.kit.objects.ObjectStore.Stored;

/** Removes objects by prefix and age, for stores that have no lifecycle of their own. */
public final class ExpirySweep {
    /** The design document's rule: backups go after 90 days. */
    public static final List<Rule> RULES = List.of(new Rule("backups/", Duration.ofDays(90)));

    private final ObjectStore objects;
    private final List<Rule> rules;
    private final InstantSource clock;

    /**
     * Which objects go.
     *
     * @param prefix what their keys begin with; never empty, which would mean all
     * @param age since they were last written
     */
    public record Rule(String prefix, Duration age) {
        public Rule {
            if (prefix.isBlank() || !age.isPositive()) {
                throw new IllegalArgumentException(
                        "rule for prefix '%s' and age %s".formatted(prefix, age));
            }
        }
    }

    public ExpirySweep(ObjectStore objects, List<Rule> rules, InstantSource clock) {
        this.objects = objects;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /**
     * Removes what is old enough.
     *
     * @return the keys removed
     */
    public List<String> sweep() {
        Instant now = clock.instant();
        return rules.stream()
                .flatMap(rule ->
                        objects.list(rule.prefix()).stream()
                                .filter(stored -> stored.modified().isBefore(now.minus(rule.age())))
                                .map(Stored::key))
                .peek(objects::remove)
                .toList();
    }
}
