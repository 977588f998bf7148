package town.nagar.engine.traffic;

/** Trips were asked for between zones that no road joins; the message names the pairs. */
public final class NoRouteException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoRouteException(String message) {
        super(message);
    }
}
