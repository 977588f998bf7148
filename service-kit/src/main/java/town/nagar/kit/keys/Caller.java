package town.nagar.kit.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name the key's or person's name, as it appears in the audit log
 * @param scopes what it may do: {@code read}, {@code ingest}, {@code admin}
 */
public record Caller(String name, Set<String> scopes) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /** Somebody who showed no key: may read. */
    public static final Caller ANYONE = new Caller("anyone", Set.of("read"));

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope) || scopes.contains("admin");
    }

    /** The caller of a request. */
    public static Caller of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE))
                .map(Caller.class::cast)
                .orElse(ANYONE);
    }

    void sign(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
