package town.nagar.norms.market;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a price is for. Mandis write rupees a quintal, shops a kilogram, some yards of Gujarat 20
 * kilograms; a price without a unit is never guessed at.
 */
public enum PriceUnit {
    QUINTAL("INR/quintal", 100),
    KILOGRAM("INR/kg", 1),
    TWENTY_KILOGRAMS("INR/20kg", 20),
    TONNE("INR/t", 1000);

    /** A quintal in kilograms. */
    public static final int KILOGRAMS_PER_QUINTAL = 100;

    private final String code;
    private final int kilograms;

    PriceUnit(String code, int kilograms) {
        this.code = code;
        this.kilograms = kilograms;
    }

    /**
     * The unit of a code such as {@code INR/kg}.
     *
     * @throws IllegalArgumentException if it is not known; lists those that are
     */
    public static PriceUnit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "unit '%s' of a price is none of %s".formatted(code, codes())));
    }

    private static String codes() {
        return Arrays.stream(values()).map(PriceUnit::code).collect(Collectors.joining(", "));
    }

    public String code() {
        return code;
    }

    /** A price in this unit, in rupees a quintal. */
    public double rupeesPerQuintal(double price) {
        return price * KILOGRAMS_PER_QUINTAL / kilograms;
    }
}
