package town.nagar.streams.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import town.nagar.contracts.Domain;
import town.nagar.streams.StreamsSettings;

class PipelineTest {
    /** Flink refuses the graph if a type would need Kryo or an operator has no uid. */
    @ParameterizedTest
    @EnumSource(Domain.class)
    void everyTypeHasItsOwnSerializerAndEveryOperatorItsUid(Domain domain) {
        StreamsSettings settings = StreamsSettings.of(Map.of());
        JobGraph graph =
                DomainJobs.graph(domain, settings)
                        .getJobGraph(getClass().getClassLoader(), DomainJobs.id(domain));
        assertThat(graph.getName()).isEqualTo(domain.word());
        assertThat(graph.getVertices())
                .anySatisfy(vertex -> assertThat(vertex.getName()).contains("rows", "latest"));
    }
}
