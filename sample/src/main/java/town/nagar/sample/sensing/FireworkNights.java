package town.nagar.sample.sensing;

import java.time.LocalDate;

/** On which evenings the town burns fireworks. */
@FunctionalInterface
public interface FireworkNights {
    boolean hold(LocalDate date);
}
