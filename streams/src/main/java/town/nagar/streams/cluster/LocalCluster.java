package town.nagar.streams.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.streams.StreamsSettings;
import town.nagar.streams.jobs.DomainJobs;

/** A Flink cluster in this process that runs one job a domain, each from its newest checkpoint. */
public final class LocalCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANSWER_SECONDS = 5;
    private static final int CLOSE_SECONDS = 20;

    private final MiniCluster cluster;
    private final StreamsSettings settings;
    private final List<Domain> domains;

    private LocalCluster(MiniCluster cluster, StreamsSettings settings, List<Domain> domains) {
        this.cluster = cluster;
        this.settings = settings;
        this.domains = List.copyOf(domains);
    }

    /**
     * Starts the cluster and its jobs, once Kafka answers.
     *
     * @throws Exception whatever Flink throws if it cannot start
     */
    public static LocalCluster start(StreamsSettings settings, List<Domain> domains)
            throws Exception {
        TownTopics.ensure(settings.kafkaUrl());
        MiniCluster cluster = new MiniCluster(configuration(settings, domains.size()));
        cluster.start();
        LocalCluster started = new LocalCluster(cluster, settings, domains);
        for (Domain domain : domains) {
            started.submit(domain);
        }
        return started;
    }

    private static MiniClusterConfiguration configuration(StreamsSettings settings, int jobs) {
        Configuration options = new Configuration();
        options.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        options.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        options.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        options.set(RestOptions.ADDRESS, LOOPBACK);
        options.set(RestOptions.PORT, settings.restPort());
        options.set(RestOptions.BIND_PORT, Integer.toString(settings.restPort()));
        options.set(WebOptions.SUBMIT_ENABLE, false);
        options.set(WebOptions.CANCEL_ENABLE, false);
        options.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
        options.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("128m"));
        options.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse("64m"));
        options.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("64m"));
        if ("file".equals(settings.checkpointUri().getScheme())) {
            options.set(CoreOptions.TMP_DIRS, workFolder(settings));
        }
        options.setString(
                "metrics.reporter.nagar.factory.class", ReportedMetrics.Factory.class.getName());
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(options)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(jobs * settings.parallelism())
                .setCommonBindAddress(LOOPBACK)
                .build();
    }

    /** Where RocksDB works; what a killed process left there is of no use to anyone. */
    private static String workFolder(StreamsSettings settings) {
        Path folder = Path.of(settings.checkpointUri()).resolveSibling("work");
        FileUtils.deleteDirectoryQuietly(folder.toFile());
        return folder.toString();
    }

    private void submit(Domain domain) throws Exception {
        StreamGraph graph = DomainJobs.graph(domain, settings);
        restore(domain).ifPresent(graph::setSavepointRestoreSettings);
        cluster.submitJob(graph).get();
    }

    /** In claim mode Flink itself deletes the old checkpoint once newer ones replace it. */
    private Optional<SavepointRestoreSettings> restore(Domain domain) {
        if (!"file".equals(settings.checkpointUri().getScheme())) {
            return Optional.empty();
        }
        Path folder =
                Path.of(settings.checkpointUri())
                        .resolve(domain.word())
                        .resolve(DomainJobs.id(domain).toHexString());
        Checkpoints checkpoints = new Checkpoints(folder);
        checkpoints.prune();
        Optional<Path> newest = checkpoints.newest();
        LOG.info(
                "job starts domain={} from={}",
                domain.word(),
                newest.map(Path::toString).orElse("nothing"));
        return newest.map(path ->
                SavepointRestoreSettings.forPath(
                        path.toUri().toString(), false, RecoveryClaimMode.CLAIM));
    }

    /**
     * How a job is.
     *
     * @param checkpointMillis when its newest checkpoint was complete; 0 if none was yet
     */
    public record JobHealth(Domain domain, JobStatus status, long checkpointMillis) {
        public boolean isRunning() {
            return status == JobStatus.RUNNING;
        }
    }

    /** How all jobs are; one that does not answer counts as suspended. */
    public List<JobHealth> health() {
        List<JobHealth> all = new ArrayList<>();
        for (Domain domain : domains) {
            all.add(health(domain));
        }
        return all;
    }

    private JobHealth health(Domain domain) {
        JobID id = DomainJobs.id(domain);
        try {
            var graph = cluster.getExecutionGraph(id).get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return new JobHealth(domain, graph.getState(), checkpointMillis(graph));
        } catch (ExecutionException | TimeoutException e) {
            return new JobHealth(domain, JobStatus.SUSPENDED, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new JobHealth(domain, JobStatus.SUSPENDED, 0);
        }
    }

    private static long checkpointMillis(AccessExecutionGraph graph) {
        return Optional.ofNullable(graph.getCheckpointStatsSnapshot())
                .map(stats -> stats.getHistory().getLatestCompletedCheckpoint())
                .map(CompletedCheckpointStats::getLatestAckTimestamp)
                .orElse(0L);
    }

    /** Where Flink's own pages are. */
    public java.net.URI pages() throws Exception {
        return cluster.getRestAddress().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** Takes a last checkpoint of each job, if that is quickly done, and stops. */
    @Override
    public void close() {
        List<CompletableFuture<String>> last =
                domains.stream()
                        .map(domain -> cluster.triggerCheckpoint(DomainJobs.id(domain)))
                        .toList();
        await(CompletableFuture.allOf(last.toArray(CompletableFuture[]::new)), ANSWER_SECONDS);
        await(cluster.closeAsync(), CLOSE_SECONDS);
    }

    private static void await(CompletableFuture<Void> future, int seconds) {
        try {
            future.get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("stop goes on without waiting reason={}", e.toString());
        }
    }
}
