/** The process that runs the jobs: a small Flink cluster, its checkpoints, health and metrics. */
@NullMarked
package town.nagar.streams.cluster;

import org.jspecify.annotations.NullMarked;
