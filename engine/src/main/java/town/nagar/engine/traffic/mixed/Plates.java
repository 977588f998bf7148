package town.nagar.engine.traffic.mixed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which number plates a restriction bars on a day, by their last digit. */
public sealed interface Plates {
    /** Last digits there are. */
    int DIGITS = 10;

    /**
     * Whether plates that end in this digit are barred.
     *
     * @param lastDigit 0 to 9
     */
    boolean bars(int lastDigit, LocalDate day);

    /** Share of plates barred where all last digits are equally frequent. */
    default double barredShare(LocalDate day) {
        int barred = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            barred += bars(digit, day) ? 1 : 0;
        }
        return barred / (double) DIGITS;
    }

    /** Every plate. */
    record All() implements Plates {
        @Override
        public boolean bars(int lastDigit, LocalDate day) {
            return true;
        }
    }

    /** Even plates on odd days of the month and odd plates on even days. */
    record Parity() implements Plates {
        @Override
        public boolean bars(int lastDigit, LocalDate day) {
            return lastDigit % 2 != day.getDayOfMonth() % 2;
        }
    }

    /** Some last digits on some days of the week. */
    record LastDigits(Map<DayOfWeek, Set<Integer>> barred) implements Plates {
        /**
         * @throws IllegalArgumentException if a digit is none
         */
        public LastDigits {
            for (Set<Integer> digits : barred.values()) {
                for (int digit : digits) {
                    if (digit < 0 || digit >= DIGITS) {
                        throw new IllegalArgumentException(
                                "last digit is %d; allowed are 0 to 9".formatted(digit));
                    }
                }
            }
            barred =
                    barred.entrySet().stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            Map.Entry::getKey,
                                            entry -> Set.copyOf(entry.getValue())));
        }

        @Override
        public boolean bars(int lastDigit, LocalDate day) {
            return barred.getOrDefault(day.getDayOfWeek(), Set.of()).contains(lastDigit);
        }
    }
}
