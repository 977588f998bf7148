package town.nagar.sample.load;

import java.io.IOException;

/** The broker does not let us do this; trying again would not help. */
public final class RefusedException extends IOException {
    RefusedException(String message) {
        super(message);
    }
}
