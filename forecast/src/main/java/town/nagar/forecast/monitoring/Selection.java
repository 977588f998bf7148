package town.nagar.forecast.monitoring;

import town.nagar.forecast.registry.release.Stage;

/** Which statements are meant. */
sealed interface Selection {
    /** All of one version. */
    record OfVersion(String version) implements Selection {}

    /** What people were shown: those of whichever version was in production then. */
    record Shown() implements Selection {}

    /** A condition of SQL with one word to be filled in. */
    default String condition() {
        return switch (this) {
            case OfVersion _ -> "version = ?";
            case Shown _ -> "stage = ?";
        };
    }

    default String word() {
        return switch (this) {
            case OfVersion(var version) -> version;
            case Shown _ -> Stage.PRODUCTION.word();
        };
    }
}
