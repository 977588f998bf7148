package town.nagar.kit.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is not what was asked for: a status, a stable code and what the caller can mend.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> details;
    private final transient Map<String, String> headers;

    /**
     * An error answer.
     *
     * @param status the HTTP status
     * @param code stable, such as {@code INVALID_PARAMETER}
     * @param message one sentence for a person
     * @param details fields for a program, in snake_case
     * @param headers to send with the answer
     */
    public ApiException(
            int status,
            String code,
            String message,
            Map<String, Object> details,
            Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = new LinkedHashMap<>(details);
        this.headers = Map.copyOf(headers);
    }

    /** 400: a parameter or field has a value that is not allowed. */
    public static ApiException invalidParameter(
            String parameter, Object provided, Collection<?> allowed) {
        return invalidParameter(
                parameter,
                provided,
                allowed,
                "Invalid %s. Must be one of: %s".formatted(parameter, joined(allowed)));
    }

    /** 400: the same, with the rule in words. */
    public static ApiException invalidParameter(String parameter, Object provided, String rule) {
        return invalidParameter(
                parameter, provided, rule, "Invalid %s. Must be %s".formatted(parameter, rule));
    }

    private static ApiException invalidParameter(
            String parameter, Object provided, Object allowed, String message) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("parameter", parameter);
        details.put("provided", provided);
        details.put("allowed", allowed);
        return new ApiException(400, "INVALID_PARAMETER", message, details, Map.of());
    }

    /** 404: there is no such thing. */
    public static ApiException notFound(String what, String id) {
        return new ApiException(
                404,
                "NOT_FOUND",
                "There is no %s '%s'".formatted(what, id),
                Map.of("what", what, "id", id),
                Map.of());
    }

    /** 429: the caller is too fast. */
    public static ApiException tooMany(String message, long retryAfterSeconds) {
        return later(429, "RATE_LIMITED", message, retryAfterSeconds);
    }

    /** 503: a part that is needed does not work now. */
    public static ApiException unavailable(String message, long retryAfterSeconds) {
        return later(503, "UNAVAILABLE", message, retryAfterSeconds);
    }

    private static ApiException later(int status, String code, String message, long seconds) {
        return new ApiException(
                status,
                code,
                message,
                Map.of("retry_after_seconds", seconds),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    private static String joined(Collection<?> allowed) {
        return String.join(", ", allowed.stream().map(Object::toString).toList());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
