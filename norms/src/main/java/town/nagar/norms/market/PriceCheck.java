package town.nagar.norms.market;

import java.util.Locale;
import java.util.Optional;

/** What makes a mandi's reported price hard to believe. */
public enum PriceCheck {
    MIN_ABOVE_MAX,
    MODAL_OUTSIDE_MIN_AND_MAX,
    MODAL_UNDER_TEN_RUPEES;

    /** The first objection to a report, rupees a quintal; NaN is not known and not objected to. */
    public static Optional<PriceCheck> find(double min, double max, double modal) {
        if (min > max) {
            return Optional.of(MIN_ABOVE_MAX);
        }
        if (modal < 10) {
            return Optional.of(MODAL_UNDER_TEN_RUPEES);
        }
        return modal < min || modal > max
                ? Optional.of(MODAL_OUTSIDE_MIN_AND_MAX)
                : Optional.empty();
    }

    /** As written in labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
