package town.nagar.forecast.registry.release;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version's number for people: major.minor.patch.
 *
 * <p>Another feature set is a major change: whoever serves the model must compute other inputs.
 * Other parameters or other code are a minor one; the same on other data is a patch.
 */
public record SemanticVersion(int major, int minor, int patch)
        implements Comparable<SemanticVersion> {
    /** A model's first. */
    public static final SemanticVersion FIRST = new SemanticVersion(1, 0, 0);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    public SemanticVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException("version %d.%d.%d".formatted(major, minor, patch));
        }
    }

    /** Reads {@code 1.2.3}; empty if it is not written so. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new SemanticVersion(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * The number of a version that comes after all others.
     *
     * @param highest the highest number given so far
     * @param before the lineage of the version it is compared with
     */
    static SemanticVersion after(SemanticVersion highest, Lineage before, Lineage now) {
        if (!before.featureSet().equals(now.featureSet())) {
            return new SemanticVersion(highest.major + 1, 0, 0);
        }
        boolean same =
                before.parameters().equals(now.parameters())
                        && before.codeVersion().equals(now.codeVersion());
        return same
                ? new SemanticVersion(highest.major, highest.minor, highest.patch + 1)
                : new SemanticVersion(highest.major, highest.minor + 1, 0);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return Comparator.comparingInt(SemanticVersion::major)
                .thenComparingInt(SemanticVersion::minor)
                .thenComparingInt(SemanticVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
