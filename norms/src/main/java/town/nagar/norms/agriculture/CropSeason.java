package town.nagar.norms.agriculture;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import town.nagar.norms.Words;

/**
 * India's three crop seasons. Months are Nagar's rule for western India: kharif is sown with the
 * monsoon in June and stands to October, rabi from November to March, zaid between them.
 */
public enum CropSeason {
    KHARIF(new Words("Kharif (monsoon)", "खरीफ", "ખરીફ")),
    RABI(new Words("Rabi (winter)", "रबी", "રવી")),
    ZAID(new Words("Zaid (summer)", "जायद", "ઉનાળુ"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of strings
    private final Words words;

    CropSeason(Words words) {
        this.words = words;
    }

    /** The season whose crops stand in the fields on a day. */
    public static CropSeason on(LocalDate day) {
        Month month = day.getMonth();
        return switch (month) {
            case JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER -> KHARIF;
            case NOVEMBER, DECEMBER, JANUARY, FEBRUARY, MARCH -> RABI;
            case APRIL, MAY -> ZAID;
        };
    }

    /**
     * The season of a code.
     *
     * @throws IllegalArgumentException if it is none of kharif, rabi, zaid
     */
    public static CropSeason of(String code) {
        return switch (code) {
            case "kharif" -> KHARIF;
            case "rabi" -> RABI;
            case "zaid" -> ZAID;
            default ->
                    throw new IllegalArgumentException(
                            "season '" + code + "' is none of kharif, rabi, zaid");
        };
    }

    /** For programs, such as {@code kharif}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words words() {
        return words;
    }
}
