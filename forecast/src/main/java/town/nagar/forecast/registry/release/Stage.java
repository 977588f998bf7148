package town.nagar.forecast.registry.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import town.nagar.forecast.registry.catalogue.MlflowStage;

/** How far a version is let into service. */
public enum Stage {
    /** Registered, in no use. */
    NONE(MlflowStage.NONE),
    /** Predicts beside the one in service; nobody is shown what it says. */
    SHADOW(MlflowStage.STAGING),
    /** Answers a small share of calls. */
    CANARY(MlflowStage.STAGING),
    /** In service. */
    PRODUCTION(MlflowStage.PRODUCTION),
    /** No more in service. */
    ARCHIVED(MlflowStage.ARCHIVED);

    private final MlflowStage mlflow;

    Stage(MlflowStage mlflow) {
        this.mlflow = mlflow;
    }

    /** MLflow's coarser word for it. */
    public MlflowStage mlflow() {
        return mlflow;
    }

    /** What a word of MLflow's means when nothing finer is known. */
    public static Stage of(MlflowStage mlflow) {
        return switch (mlflow) {
            case NONE -> NONE;
            case STAGING -> SHADOW;
            case PRODUCTION -> PRODUCTION;
            case ARCHIVED -> ARCHIVED;
        };
    }

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of a word in lower case. */
    public static Optional<Stage> find(String word) {
        return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
    }

    /** Whether people are shown what it says, so that the gate stands before it. */
    public boolean answers() {
        return this == CANARY || this == PRODUCTION;
    }
}
