package town.nagar.kit.keys;

import java.util.Optional;

/** Tells callers by what they show; an identity system can take the place of the key file. */
public interface Callers {
    /** The caller who owns this key, or empty if it is nobody's. */
    Optional<Caller> find(String key);
}
