package town.nagar.streams.jobs;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import town.nagar.contracts.Domain;
import town.nagar.streams.StreamsSettings;

/** Flink's settings of one job. */
final class JobOptions {
    /** Key groups: the most subtasks that a savepoint can ever be spread over. */
    private static final int MAX_PARALLELISM = 128;

    private static final int RETAINED = 3;

    /**
     * RocksDB takes memory an eighth of this at a time. With its default of 64 MB one such piece
     * exceeds what a slot's share allows, and each write would be flushed at once.
     */
    private static final String WRITE_BUFFER = "8mb";

    private JobOptions() {}

    static Configuration of(Domain domain, StreamsSettings settings) {
        Configuration options = new Configuration();
        options.set(PipelineOptions.NAME, domain.word());
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        options.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        options.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
        options.setString("state.backend.rocksdb.writebuffer.size", WRITE_BUFFER);
        checkpoints(domain, settings, options);
        restarts(options);
        return options;
    }

    private static void checkpoints(
            Domain domain, StreamsSettings settings, Configuration options) {
        options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        options.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                settings.checkpointUri() + "/" + domain.word());
        options.set(
                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                settings.checkpointUri() + "/" + domain.word() + "/savepoints");
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        options.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                settings.checkpointInterval().dividedBy(2));
        options.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.EXACTLY_ONCE);
        options.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
        options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        options.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    private static void restarts(Configuration options) {
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                Duration.ofSeconds(1));
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                Duration.ofSeconds(30));
    }
}
