package town.nagar.engine.water.network;

/**
 * An opening to the air: q = coefficient p^exponent, p the pressure head in metres, q in m3/s.
 *
 * @param coefficient m3/s at one metre of pressure; 0 is no emitter
 * @param exponent 0.5 for a fixed orifice; leaks that open under pressure reach 1.5 (FAVAD)
 */
public record Emitter(double coefficient, double exponent) {
    /** No opening. */
    public static final Emitter NONE = new Emitter(0, 0.5);

    public Emitter {
        if (!(coefficient >= 0) || !Double.isFinite(coefficient)) {
            throw new IllegalArgumentException(
                    "emitter coefficient %s: 0 or more is allowed".formatted(coefficient));
        }
        if (!(exponent > 0) || !(exponent <= 4)) {
            throw new IllegalArgumentException(
                    "emitter exponent %s: above 0, up to 4 is allowed".formatted(exponent));
        }
    }

    public boolean isNone() {
        return coefficient == 0;
    }
}
