package town.nagar.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedWorkTest {
    @Test
    void itIsTheSameWorkEachTime() {
        assertThat(FixedWork.outcome()).isEqualTo(FixedWork.OUTCOME);
    }
}
