package town.nagar.kit.settings;

/** A setting that cannot be used; the message names the key, the value and what is allowed. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
