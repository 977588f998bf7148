package town.nagar.kit.keys;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import town.nagar.kit.http.ApiException;

/**
 * Anyone may read, and ask what comes next, which changes nothing; writing to the door needs the
 * scope {@code ingest}, all else {@code admin}.
 *
 * <p>A key comes as {@code X-API-Key}, or as a bearer token from clients that know no other way. A
 * key that is nobody's is refused on every call.
 */
public final class KeyFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";
    private static final String PREDICTIONS = "/v1/predict/";

    private final Callers callers;
    private final HandlerExceptionResolver errors;
    private final Set<String> questions;

    /**
     * Tells callers by their keys.
     *
     * @param questions paths where a POST only asks
     */
    public KeyFilter(Callers callers, HandlerExceptionResolver errors, Set<String> questions) {
        this.callers = callers;
        this.errors = errors;
        this.questions = Set.copyOf(questions);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Caller caller = identify(request);
            require(scopeOf(request), caller);
            caller.sign(request);
        } catch (ApiException e) {
            errors.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private Caller identify(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader(HEADER));
        return key.or(() -> token(request))
                .map(given ->
                        callers.find(given)
                                .orElseThrow(() -> refused(401, "The API key is not known")))
                .orElse(Caller.ANYONE);
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(given -> given.startsWith(BEARER))
                .map(given -> given.substring(BEARER.length()).strip());
    }

    private static void require(String scope, Caller caller) {
        if (!caller.may(scope)) {
            int status = caller.equals(Caller.ANYONE) ? 401 : 403;
            throw refused(status, "This call needs an API key with scope '%s'".formatted(scope));
        }
    }

    private static ApiException refused(int status, String message) {
        String code = status == 401 ? "UNAUTHENTICATED" : "FORBIDDEN";
        Map<String, String> headers =
                status == 401
                        ? Map.of("WWW-Authenticate", "ApiKey header=\"X-API-Key\"")
                        : Map.of();
        return new ApiException(status, code, message, Map.of("header", HEADER), headers);
    }

    /** What a request needs. The WebSocket door asks for its key itself, in its first frame. */
    private String scopeOf(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/v1/admin")) {
            return "admin";
        }
        if (reads(request.getMethod(), path)) {
            return "read";
        }
        return path.startsWith("/v1/ingest") ? "ingest" : "admin";
    }

    private boolean reads(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "POST" -> path.startsWith(PREDICTIONS) || questions.contains(path);
            default -> false;
        };
    }
}
