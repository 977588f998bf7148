package town.nagar.ingestion.connectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import town.nagar.ingestion.mapping.MappingException;

/**
 * Gets answers by HTTP: within a time and a size, only by http and https, only if they changed.
 *
 * <p>An address keeps its {@code ETag} and {@code Last-Modified} once its answer was used.
 */
final class Fetcher implements AutoCloseable {
    private static final int MAX_REDIRECTS = 3;
    private static final int MAX_ADDRESSES = 10_000;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(6);

    private final ConnectorSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private final Cache<URI, Version> versions =
            Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build();

    /** What a server said of an answer's version; empty where it said nothing. */
    record Version(String etag, String lastModified) {}

    /** An answer, and its version to be kept once it was used. */
    static final class Fetched {
        private final URI url;
        private final byte[] body;
        private final Version version;

        private Fetched(URI url, byte[] body, Version version) {
            this.url = url;
            this.body = body;
            this.version = version;
        }

        byte[] body() {
            return body;
        }
    }

    Fetcher(ConnectorSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.timeout())
                        .build();
    }

    /** Refuses what is neither http nor https. */
    static void requireHttp(URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new MappingException(
                    "URL with scheme '%s'; allowed: http://host or https://host"
                            .formatted(url.getScheme()));
        }
    }

    /**
     * Asks an address.
     *
     * @return empty if its answer did not change since {@link #used}
     */
    Optional<Fetched> get(URI url) throws FetchException, InterruptedException {
        URI at = url;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpResponse<byte[]> answer = send(url, at);
            int status = answer.statusCode();
            if (status == 304) {
                return Optional.empty();
            }
            if (status == 200) {
                return Optional.of(new Fetched(url, answer.body(), version(answer)));
            }
            if (status < 300 || status >= 400) {
                throw refused(answer);
            }
            at = target(at, answer);
        }
        throw new FetchException("more than %d redirects".formatted(MAX_REDIRECTS));
    }

    private HttpResponse<byte[]> send(URI asked, URI at)
            throws FetchException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at)
                        .timeout(settings.timeout())
                        .header("Accept", "application/json, text/csv, */*;q=0.5")
                        .header("User-Agent", "Nagar");
        Optional.ofNullable(versions.getIfPresent(asked)).ifPresent(known -> ask(request, known));
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxBytes()));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FetchException("no whole answer in " + settings.timeout());
        } catch (ExecutionException e) {
            throw new FetchException(causeOf(e), e);
        }
    }

    private static void ask(HttpRequest.Builder request, Version known) {
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
    }

    private String causeOf(ExecutionException e) {
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        boolean tooLong =
                cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("capacity");
        return tooLong
                ? "the answer has more than %d bytes".formatted(settings.maxBytes())
                : "no answer: " + cause.getClass().getSimpleName();
    }

    private static Version version(HttpResponse<byte[]> answer) {
        return new Version(
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Last-Modified").orElse(""));
    }

    private FetchException refused(HttpResponse<byte[]> answer) {
        Duration retryAfter =
                answer.headers().firstValue("Retry-After").map(this::wait).orElse(Duration.ZERO);
        return new FetchException("answered with status " + answer.statusCode(), retryAfter);
    }

    /** Seconds or a date, at most some hours. */
    private Duration wait(String header) {
        Duration wait = Duration.ZERO;
        if (header.matches("\\d{1,9}")) {
            wait = Duration.ofSeconds(Long.parseLong(header));
        } else {
            try {
                Instant until =
                        ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant();
                wait = Duration.between(clock.instant(), until);
            } catch (DateTimeParseException e) {
                return Duration.ZERO;
            }
        }
        return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
    }

    private static URI target(URI from, HttpResponse<byte[]> answer) throws FetchException {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            URI target = from.resolve(location);
            requireHttp(target);
            if ("https".equals(from.getScheme()) && !"https".equals(target.getScheme())) {
                throw new FetchException("a redirect leads from https to http");
            }
            return target;
        } catch (IllegalArgumentException | MappingException e) {
            throw new FetchException("a redirect leads elsewhere than to http or https", e);
        }
    }

    /** Keeps the version of an answer that was used. */
    void used(Fetched fetched) {
        versions.put(fetched.url, fetched.version);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
