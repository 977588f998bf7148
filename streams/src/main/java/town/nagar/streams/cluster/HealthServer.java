package town.nagar.streams.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import town.nagar.streams.cluster.LocalCluster.JobHealth;

/**
 * Health and metrics of the process on loopback: {@code GET /health} (200 if all jobs run, else
 * 503) and {@code GET /metrics}.
 */
public final class HealthServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private HealthServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any free one
     */
    public static HealthServer start(int port, LocalCluster cluster, InstantSource clock)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/health", exchange -> health(exchange, cluster, clock));
        server.createContext("/metrics", exchange -> metrics(exchange, cluster, clock));
        server.start();
        return new HealthServer(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void health(HttpExchange exchange, LocalCluster cluster, InstantSource clock)
            throws IOException {
        List<JobHealth> jobs = cluster.health();
        boolean up = jobs.stream().allMatch(JobHealth::isRunning);
        String text =
                jobs.stream()
                        .map(job -> job(job, clock))
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"status\":\"%s\",\"jobs\":["
                                                .formatted(up ? "UP" : "DOWN"),
                                        "]}\n"));
        answer(exchange, up ? 200 : 503, "application/json", text);
    }

    private static String job(JobHealth job, InstantSource clock) {
        return "{\"domain\":\"%s\",\"state\":\"%s\",\"last_checkpoint_age_ms\":%s}"
                .formatted(
                        job.domain().word(),
                        job.status(),
                        job.checkpointMillis() == 0
                                ? "null"
                                : Long.toString(clock.millis() - job.checkpointMillis()));
    }

    private static void metrics(HttpExchange exchange, LocalCluster cluster, InstantSource clock)
            throws IOException {
        StringBuilder text = new StringBuilder(ReportedMetrics.text());
        for (JobHealth job : cluster.health()) {
            text.append(
                    "nagar_streams_job_running{job=\"%s\"} %d\n"
                            .formatted(job.domain().word(), job.isRunning() ? 1 : 0));
            if (job.checkpointMillis() > 0) {
                text.append(
                        "nagar_streams_checkpoint_age_seconds{job=\"%s\"} %s\n"
                                .formatted(
                                        job.domain().word(),
                                        (clock.millis() - job.checkpointMillis()) / 1000.0));
            }
        }
        answer(exchange, 200, "text/plain; version=0.0.4", text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
