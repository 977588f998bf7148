package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.TownUnderTest;

/** What a Prometheus finds when it scrapes the town. */
@ExtendWith(SharedTown.class)
class MetricsTest {
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";

    /** A sample of Prometheus' text format 0.0.4. */
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:%1$s(?:,%1$s)*,?)?})? ([-+0-9.eE]+|NaN|[-+]Inf)"
                            .formatted(LABEL));

    private static String scrape(TownUnderTest town, String part)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/metrics".formatted(town.portOf(part)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }

    /** The names of all samples; a line that is none, or a series that stands twice, fails. */
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Set<String> series = new HashSet<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as("a sample: " + line).isTrue();
                assertThat(series.add(sample.group(1) + sample.group(2)))
                        .as("once only: " + line)
                        .isTrue();
                names.add(sample.group(1));
            }
        }
        return names;
    }

    @Test
    void theServicesTellThroughputLatencyErrorsAndWhatWaits(TownUnderTest town) throws Exception {
        assertThat(names(scrape(town, "services")))
                .contains(
                        "nagar_ingestion_readings_total",
                        "nagar_ingestion_latency_seconds_bucket",
                        "nagar_ingestion_dead_letters_total",
                        "nagar_ingestion_spool_records",
                        "nagar_data_rollups_waiting",
                        "http_server_requests_seconds_count",
                        "jvm_memory_used_bytes");
    }

    @Test
    void theStreamsTellLagBackPressureAndTheAgeOfCheckpoints(TownUnderTest town) throws Exception {
        String text = scrape(town, "streams");
        assertThat(names(text))
                .contains(
                        "flink_num_records_in",
                        "flink_pending_records",
                        "flink_back_pressured_time_ms_per_second",
                        "flink_number_of_failed_checkpoints",
                        "nagar_streams_checkpoint_age_seconds",
                        "nagar_streams_job_running",
                        "nagar_streams_sink_rows",
                        "nagar_streams_sink_refused_rows",
                        "nagar_streams_late_readings");
        for (String job :
                Set.of("traffic", "pollution", "water", "agriculture", "market", "weather")) {
            assertThat(text).contains("nagar_streams_job_running{job=\"%s\"} 1".formatted(job));
        }
    }
}
