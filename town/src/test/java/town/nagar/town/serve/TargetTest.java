package town.nagar.town.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import town.nagar.town.cli.UsageException;

class TargetTest {
    @Test
    void allIsEveryServiceAndAListIsThose() {
        assertThat(Target.of("all")).containsExactly(Target.values());
        assertThat(Target.of("forecast, data"))
                .containsExactlyInAnyOrder(Target.DATA, Target.FORECAST);
    }

    @Test
    void aWordThatIsNoServiceIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Target.of("forcast"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("[ingestion, data, forecast]");
    }
}
