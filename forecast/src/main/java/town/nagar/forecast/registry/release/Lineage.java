package town.nagar.forecast.registry.release;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * From what a version was made; empty texts where that is not known.
 *
 * @param dataHash of the rows it was trained on
 * @param featureSet name and version of its features, such as {@code traffic-hourly/3}
 * @param parameters of the training, by name
 * @param codeVersion of the program that trained it
 * @param parentVersion the version it was trained on from, such as {@code 1.2.0}
 */
public record Lineage(
        String dataHash,
        String featureSet,
        Map<String, String> parameters,
        String codeVersion,
        String parentVersion) {
    private static final String DATA_HASH = "nagar.data_hash";
    private static final String FEATURE_SET = "nagar.feature_set";
    private static final String CODE_VERSION = "nagar.code_version";
    private static final String PARENT_VERSION = "nagar.parent_version";

    public Lineage {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** What a version's tags and its run's parameters say. */
    static Lineage of(Map<String, String> tags, Map<String, String> parameters) {
        return new Lineage(
                tags.getOrDefault(DATA_HASH, ""),
                tags.getOrDefault(FEATURE_SET, ""),
                parameters,
                tags.getOrDefault(CODE_VERSION, ""),
                tags.getOrDefault(PARENT_VERSION, ""));
    }

    /** The same as tags, for all that know a version by MLflow; parameters are the run's. */
    public Map<String, String> tags() {
        Map<String, String> tags =
                new TreeMap<>(
                        Map.of(
                                DATA_HASH, dataHash,
                                FEATURE_SET, featureSet,
                                CODE_VERSION, codeVersion,
                                PARENT_VERSION, parentVersion));
        tags.values().removeIf(String::isEmpty);
        return tags;
    }
}
