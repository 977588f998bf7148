package town.nagar.forecast.serving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Speaks as the Data API does, of a town of formulas, and misbehaves when told to. */
public final class StubDataApi implements AutoCloseable {
    /** How it answers. */
    enum Mood {
        WELL,
        ERROR,
        GARBAGE,
        OTHER_SHAPE
    }

    /** What neither the day nor the week tells of a value. */
    enum Noise {
        /** From 0 to 12, one more each hour: who looks back far enough may know it. */
        STEPS {
            @Override
            double at(String place, long hour) {
                return Math.floorMod(place.hashCode() * 31 + Long.hashCode(hour), 13);
            }
        },
        /** By chance, in the mean 16, and much the same for some hours. */
        SWAY {
            @Override
            double at(String place, long hour) {
                int sum = 0;
                for (long then = hour; then > hour - SWAYING_HOURS; then--) {
                    sum += new SplittableRandom(place.hashCode() * 1_000_003L + then).nextInt(13);
                }
                return sum / 3.0;
            }
        };

        abstract double at(String place, long hour);
    }

    private static final int ROWS_A_PAGE = 700;
    private static final int SWAYING_HOURS = 8;
    private static final List<String> ROADS = List.of("R001", "R002");

    private final HttpServer server;
    private final Noise noise;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private volatile Instant until;
    private volatile String drifting = "";
    private volatile Instant driftFrom = Instant.MAX;
    private volatile Instant driftUntil = Instant.MAX;

    private StubDataApi(HttpServer server, Noise noise, Instant until) {
        this.server = server;
        this.noise = noise;
        this.until = until;
    }

    /**
     * Starts it.
     *
     * @param until no value is at or after
     */
    public static StubDataApi start(Instant until) throws IOException {
        return start(until, Noise.STEPS);
    }

    /** The same with other noise. */
    static StubDataApi start(Instant until, Noise noise) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        StubDataApi stub = new StubDataApi(HttpServer.create(address, 0), noise, until);
        stub.server.createContext("/", stub::answer);
        stub.server.start();
        return stub;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void be(Mood other) {
        mood = other;
    }

    /** No value is at or after that. */
    public void knowUntil(Instant other) {
        until = other;
    }

    /** Lets a place say a fifth more each day from a moment on. */
    public void drift(String place, Instant from) {
        drifting = place;
        driftFrom = from;
    }

    /** Lets it say what is right again from a moment on. */
    public void repair(Instant from) {
        driftUntil = from;
    }

    private double said(String place, Instant at) {
        double days =
                place.equals(drifting) && at.isAfter(driftFrom) && at.isBefore(driftUntil)
                        ? Duration.between(driftFrom, at).toHours() / 24.0
                        : 0;
        return value(noise, place, at) * (1 + 0.2 * days);
    }

    int asked() {
        return asked.get();
    }

    /** What a road, station, zone or mandi measured in an hour or day that begins then. */
    public static double value(String place, Instant at) {
        return value(Noise.STEPS, place, at);
    }

    /** The same with other noise. */
    static double value(Noise noise, String place, Instant at) {
        var local = at.atOffset(ZoneOffset.ofHoursMinutes(5, 30));
        double course = 30 * StrictMath.sin(2 * Math.PI * local.getHour() / 24);
        double weekend = local.getDayOfWeek().getValue() >= 6 ? -15 : 0;
        return 100 + course + weekend + noise.at(place, at.getEpochSecond() / 3600);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getQuery());
        switch (mood) {
            case ERROR -> send(exchange, 500, "{\"error\": {\"code\": \"INTERNAL\"}}");
            case GARBAGE -> send(exchange, 200, "<html>a proxy's page</html>");
            case OTHER_SHAPE -> send(exchange, 200, "{\"rows\": []}");
            case WELL -> well(exchange, path, query);
        }
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text == null ? List.<String>of() : List.of(text.split("&", -1))) {
            String[] words = pair.split("=", 2);
            query.put(words[0], words[1]);
        }
        return query;
    }

    private void well(HttpExchange exchange, String path, Map<String, String> query)
            throws IOException {
        switch (path) {
            case "/v1/data/traffic" -> send(exchange, 200, history(query, "road_id", ROADS, 3600));
            case "/v1/data/water" ->
                    send(exchange, 200, history(query, "zone_id", List.of("Z001"), 3600));
            case "/v1/data/market" ->
                    send(exchange, 200, history(query, "mandi_id", List.of("M001"), 86_400));
            case "/v1/data/pollution" -> send(exchange, 200, pollution(query));
            case "/v1/stations" ->
                    send(
                            exchange,
                            200,
                            "{\"features\": [{\"type\": \"Feature\", \"id\": \"P001\"}]}");
            case "/v1/roads" ->
                    send(
                            exchange,
                            200,
                            "{\"features\": [{\"id\": \"R001\", \"properties\": {\"labels\":"
                                    + " {\"zone\": \"W7\"}}}]}");
            case "/v1/roads/R001", "/v1/roads/R002", "/v1/roads/R003" ->
                    send(exchange, 200, "{\"type\": \"Feature\"}");
            default -> send(exchange, 404, "{\"error\": {\"code\": \"NOT_FOUND\"}}");
        }
    }

    private static Instant time(Map<String, String> query, String name) {
        return Instant.parse(query.getOrDefault(name, ""));
    }

    private String history(
            Map<String, String> query, String kind, List<String> places, int stepSeconds) {
        String metric = query.getOrDefault("metrics", "");
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        List<String> rows = new ArrayList<>();
        for (Instant at = time(query, "start");
                at.isBefore(time(query, "end")) && at.isBefore(until);
                at = at.plusSeconds(stepSeconds)) {
            for (String place : places) {
                String commodity = kind.equals("mandi_id") ? ", \"commodity\": \"wheat\"" : "";
                rows.add(
                        "{\"timestamp\": \"%s\", \"location\": {\"%s\": \"%s\"}, \"metrics\": {\"%s\": %s%s}, \"readings\": 60}"
                                .formatted(at, kind, place, metric, said(place, at), commodity));
            }
        }
        int to = Math.min(rows.size(), from + ROWS_A_PAGE);
        String next = to < rows.size() ? ", \"next\": \"%d\"".formatted(to) : "";
        return "{\"data\": [%s], \"resolution\": \"1h\", \"pagination\": {\"total\": null%s}}"
                .formatted(String.join(",", rows.subList(from, to)), next);
    }

    private String pollution(Map<String, String> query) {
        List<String> rows = new ArrayList<>();
        for (Instant at = time(query, "start");
                at.isBefore(time(query, "end")) && at.isBefore(until);
                at = at.plus(Duration.ofHours(1))) {
            boolean unknown = at.getEpochSecond() / 3600 % 20 == 0;
            rows.add(
                    "{\"timestamp\": \"%s\", \"value\": %s, \"aqi\": 120}"
                            .formatted(at, unknown ? "null" : value(noise, "P001", at)));
        }
        return "{\"station_id\": \"P001\", \"data\": [%s]}"
                .formatted(rows.stream().collect(Collectors.joining(",")));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
