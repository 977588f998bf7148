package town.nagar.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import town.nagar.contracts.Domain;

/** A domain is complete when it stands in every place that docs/add-a-domain.md lists. */
class DomainListTest {
    private static final JavaClasses NAGAR = NagarClasses.all();

    @ParameterizedTest
    @EnumSource(Domain.class)
    void everyDomainHasItsPackageInEveryStage(Domain domain) {
        for (String stage : new String[] {"norms", "streams", "data"}) {
            String name = "town.nagar." + stage + "." + packageOf(stage, domain);
            assertThat(NAGAR.stream().map(type -> type.getPackageName()).distinct()).contains(name);
        }
    }

    /** The norm of air has the pollutant's older name. */
    private static String packageOf(String stage, Domain domain) {
        return stage.equals("norms") && domain == Domain.POLLUTION ? "air" : domain.word();
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void everyDomainHasItsRouteInTheApiDescription(Domain domain) throws Exception {
        assertThat(Files.readString(Path.of("../docs/openapi.yaml")))
                .contains("/v1/data/" + domain.word());
    }
}
