package town.nagar.kit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where exceptions become answers; no trace, secret or path leaves it. */
@RestControllerAdvice
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final InstantSource clock;
    private final List<Dialect> dialects;

    /**
     * Answers in the one envelope, save below the paths of dialects.
     *
     * @param dialects none of whose paths lies below another's
     */
    public ErrorAnswers(InstantSource clock, List<Dialect> dialects) {
        this.clock = clock;
        this.dialects = List.copyOf(dialects);
    }

    @ExceptionHandler
    ResponseEntity<Object> expected(ApiException e, HttpServletRequest request) {
        return answer(e, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> badBody(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(
                new ApiException(
                        400,
                        "INVALID_BODY",
                        "The body is not the JSON expected",
                        Map.of(),
                        Map.of()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> badType(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        String type = Optional.ofNullable(e.getRequiredType()).map(Class::getSimpleName).orElse("");
        Object given = Optional.ofNullable(e.getValue()).orElse("");
        return answer(
                ApiException.invalidParameter(e.getName(), given, "of type " + type), request);
    }

    /** No connection to the database in the time a request may wait. */
    @ExceptionHandler
    ResponseEntity<Object> databaseAway(
            SQLTransientConnectionException e, HttpServletRequest request) {
        return databaseAway(request);
    }

    private ResponseEntity<Object> databaseAway(HttpServletRequest request) {
        LOG.warn("database away request_id={}", RequestIds.of(request));
        return answer(ApiException.unavailable("The database does not answer", 5), request);
    }

    /** The client went away; there is nobody to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("client gone before the answer was written");
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return answer(ofSpring(known), request);
        }
        if (e.getCause() instanceof SQLTransientConnectionException) {
            return databaseAway(request);
        }
        LOG.error("request failed request_id={}", RequestIds.of(request), e);
        return answer(
                new ApiException(
                        500, "INTERNAL", "Something went wrong on our side", Map.of(), Map.of()),
                request);
    }

    private static ApiException ofSpring(ErrorResponse known) {
        int status = known.getStatusCode().value();
        String detail = Optional.ofNullable(known.getBody().getDetail()).orElse("");
        return ofStatus(status, detail, known.getHeaders().toSingleValueMap());
    }

    /**
     * What a server's own refusal is told as.
     *
     * @param detail what it said; empty for the status' own words
     */
    static ApiException ofStatus(int status, String detail, Map<String, String> headers) {
        Optional<HttpStatus> known = Optional.ofNullable(HttpStatus.resolve(status));
        String code = known.map(HttpStatus::name).orElse("REQUEST_FAILED");
        String words = known.map(HttpStatus::getReasonPhrase).orElse("The request failed");
        Map<String, Object> details = new LinkedHashMap<>();
        Stream.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)
                .filter(headers::containsKey)
                .forEach(name -> details.put("allowed", headers.get(name)));
        return new ApiException(status, code, detail.isEmpty() ? words : detail, details, headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> noPage(NoResourceFoundException e, HttpServletRequest request) {
        return answer(ApiException.notFound("page", request.getRequestURI()), request);
    }

    ResponseEntity<Object> answer(ApiException e, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        e.headers().forEach(headers::set);
        Optional<Dialect> dialect = dialect(request);
        boolean problem = dialect.isEmpty() && wantsProblem(request);
        headers.setContentType(
                problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
        Map<String, Object> usual = problem ? problem(e, request) : envelope(e, request);
        Map<String, Object> body = dialect.map(other -> other.body(e)).orElse(usual);
        return ResponseEntity.status(e.status()).headers(headers).body(body);
    }

    private Optional<Dialect> dialect(HttpServletRequest request) {
        String path = request.getRequestURI();
        return dialects.stream().filter(one -> path.startsWith(one.prefix())).findFirst();
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .orElse("")
                .contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private Map<String, Object> envelope(ApiException e, HttpServletRequest request) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", e.code());
        error.put("message", String.valueOf(e.getMessage()));
        error.put("details", e.details());
        error.put("request_id", RequestIds.of(request));
        error.put("timestamp", now());
        return Map.of("error", error);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private Map<String, Object> problem(ApiException e, HttpServletRequest request) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:nagar:error:" + e.code());
        problem.put("title", e.code());
        problem.put("status", e.status());
        problem.put("detail", String.valueOf(e.getMessage()));
        problem.put("details", e.details());
        problem.put("request_id", RequestIds.of(request));
        problem.put("timestamp", now());
        return problem;
    }
}
