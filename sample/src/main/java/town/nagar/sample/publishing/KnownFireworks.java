package town.nagar.sample.publishing;

import java.time.LocalDate;
import java.util.Set;
import town.nagar.sample.sensing.FireworkNights;

/** The evenings of Diwali; lunar dates after 2026 are predictions. */
public final class KnownFireworks implements FireworkNights {
    private static final Set<LocalDate> DIWALI =
            Set.of(
                    LocalDate.of(2024, 10, 31),
                    LocalDate.of(2025, 10, 20),
                    LocalDate.of(2026, 11, 8),
                    LocalDate.of(2027, 10, 29),
                    LocalDate.of(2028, 10, 17),
                    LocalDate.of(2029, 11, 5),
                    LocalDate.of(2030, 10, 26));

    /** The nights that are known. */
    public KnownFireworks() {}

    @Override
    public boolean hold(LocalDate date) {
        return DIWALI.contains(date);
    }
}
