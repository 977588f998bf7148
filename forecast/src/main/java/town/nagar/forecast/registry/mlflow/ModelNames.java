package town.nagar.forecast.registry.mlflow;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What models, tags and aliases may be called. */
final class ModelNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,249}");
    private static final Set<String> OUR_ALIASES = Set.of("production", "canary");
    private static final String OURS = "nagar.";
    private static final Set<String> LINEAGE =
            Set.of(
                    "nagar.data_hash",
                    "nagar.feature_set",
                    "nagar.code_version",
                    "nagar.parent_version");

    private ModelNames() {}

    static String model(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Call.invalid(
                    "Registered model name '%s'; allowed: up to 250 letters, digits, blanks, . _ -"
                            .formatted(name));
        }
        return name;
    }

    /** A tag that callers may set and remove: not one by which a version's life is told. */
    static String tag(String key) {
        if (key.startsWith(OURS)) {
            throw Call.invalid("Tags 'nagar.…' are set by the registry, not '%s'".formatted(key));
        }
        return key;
    }

    /** The tags of a new version, which may tell its lineage too. */
    static Map<String, String> tagsOfVersion(Map<String, String> tags) {
        tags.keySet().stream().filter(key -> !LINEAGE.contains(key)).forEach(ModelNames::tag);
        return tags;
    }

    /** An alias that callers may point and remove: not one that follows the stages. */
    static String alias(String alias) {
        if (OUR_ALIASES.contains(alias)) {
            throw Call.invalid("The alias '%s' follows the stage of that name".formatted(alias));
        }
        return alias;
    }
}
