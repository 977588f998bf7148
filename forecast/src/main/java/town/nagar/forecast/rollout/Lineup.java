package town.nagar.forecast.rollout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.registry.release.Stage;

/**
 * The versions of one model that forecast now.
 *
 * @param beside versions that forecast too: a canary, those in shadow, and the one that was in
 *     production before
 * @param canaryShare of callers or places that are shown the canary, from 0 to 1
 * @param confirmed whether the registry said so when it was last asked; otherwise it is what was
 *     last known
 */
public record Lineup(
        Production production, List<Beside> beside, double canaryShare, boolean confirmed) {

    /** What speaks for a name. */
    public sealed interface Production {
        /** A model, which the shelf keeps open. */
        record Model(String version, SavedModel saved) implements Production {}

        /** The registry has no version in production, and why. */
        record None(String reason) implements Production {}

        /**
         * There may be a version in production, but it cannot be used now.
         *
         * @param version its number; empty if not even that is known
         */
        record Unusable(String version, String reason) implements Production {}

        /** Why nothing speaks; empty if a model does. */
        default String reason() {
            return switch (this) {
                case Model _ -> "";
                case None(var reason) -> reason;
                case Unusable(_, var reason) -> reason;
            };
        }
    }

    /** A version that forecasts beside the one in production. */
    public record Beside(Stage stage, Production.Model model) {}

    public Lineup {
        beside = List.copyOf(beside);
        if (!(canaryShare >= 0 && canaryShare <= 1)) {
            throw new IllegalArgumentException("canary's share %s".formatted(canaryShare));
        }
    }

    /** The canary, if there is one. */
    public Optional<Production.Model> canary() {
        return beside.stream()
                .filter(one -> one.stage() == Stage.CANARY)
                .map(Beside::model)
                .findFirst();
    }

    /**
     * Whether a caller or place is one of those that are shown a version in canary: always the same
     * for the same version, and for another one others.
     *
     * @param key the caller's name or the place's id
     */
    public boolean shows(Production.Model canary, String key) {
        String name = canary.saved().provenance().name();
        return fraction(name + "\n" + canary.version() + "\n" + key) < canaryShare;
    }

    /** Spread evenly over [0, 1): the first 31 bits of the SHA-256. */
    private static double fraction(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getInt() >>> 1) / (double) (1L << 31);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
