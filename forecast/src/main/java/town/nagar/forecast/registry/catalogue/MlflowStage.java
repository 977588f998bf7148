package town.nagar.forecast.registry.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A version's stage in MLflow's words. */
public enum MlflowStage {
    NONE("None"),
    STAGING("Staging"),
    PRODUCTION("Production"),
    ARCHIVED("Archived");

    private final String word;

    MlflowStage(String word) {
        this.word = word;
    }

    /** As MLflow writes it. */
    public String word() {
        return word;
    }

    /** The stage of a word in any case. */
    public static Optional<MlflowStage> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equalsIgnoreCase(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(MlflowStage::word).toList();
    }
}
