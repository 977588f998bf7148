package town.nagar.streams.jobs;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import town.nagar.contracts.Domain;
import town.nagar.streams.StreamsSettings;
import town.nagar.streams.agriculture.AgricultureLogic;
import town.nagar.streams.market.MarketLogic;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.pollution.PollutionLogic;
import town.nagar.streams.traffic.TrafficLogic;
import town.nagar.streams.water.WaterLogic;
import town.nagar.streams.weather.WeatherLogic;

/** The job of each domain. */
public final class DomainJobs {
    private DomainJobs() {}

    /** What a domain's job is made of. */
    public static DomainLogic logic(Domain domain) {
        return switch (domain) {
            case TRAFFIC -> TrafficLogic.job();
            case POLLUTION -> PollutionLogic.job();
            case WATER -> WaterLogic.job();
            case AGRICULTURE -> AgricultureLogic.job();
            case MARKET -> MarketLogic.job();
            case WEATHER -> WeatherLogic.job();
        };
    }

    /** The environment in which a domain's job is complete and only needs to be run. */
    public static StreamExecutionEnvironment environment(Domain domain, StreamsSettings settings) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobOptions.of(domain, settings));
        env.setParallelism(settings.parallelism());
        Pipeline.build(env, logic(domain), settings);
        return env;
    }

    /**
     * The job's graph, with an id that stays the same, so that its checkpoints stay in one folder.
     */
    public static StreamGraph graph(Domain domain, StreamsSettings settings) {
        StreamGraph graph = environment(domain, settings).getStreamGraph();
        graph.setJobName(domain.word());
        graph.setJobId(id(domain));
        return graph;
    }

    /** The id of a domain's job. */
    public static JobID id(Domain domain) {
        UUID name =
                UUID.nameUUIDFromBytes(
                        ("nagar-streams-" + domain.word()).getBytes(StandardCharsets.UTF_8));
        return new JobID(name.getLeastSignificantBits(), name.getMostSignificantBits());
    }
}
