package town.nagar.norms.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Row row() {
        return Table.read(TableTest.class, "good.csv").getFirst();
    }

    @Test
    void cellsAreReadByTheirColumn() {
        assertThat(Table.read(TableTest.class, "good.csv")).hasSize(1);
        assertThat(row().text("name")).isEqualTo("well");
        assertThat(row().whole("amount")).isEqualTo(3);
        assertThat(row().date("day")).isEqualTo(LocalDate.of(2026, 1, 14));
        assertThat(row().yes("sure")).isTrue();
    }

    @Test
    void aCellThatIsSomethingElseIsNamedWithItsLine() {
        assertThatThrownBy(() -> row().whole("name"))
                .hasMessage("good.csv line 4: name 'well' is not a whole number");
        assertThatThrownBy(() -> row().date("amount")).hasMessageContaining("amount '3'");
        assertThatThrownBy(() -> row().yes("amount")).hasMessageContaining("yes or no");
        assertThatThrownBy(() -> row().text("colour")).hasMessageContaining("'colour' is none of");
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsNamed() {
        assertThatThrownBy(() -> Table.read(TableTest.class, "wide.csv"))
                .hasMessage("wide.csv line 3: 3 cells where the columns are [name, amount]");
    }

    @Test
    void anAbsentFileIsNamed() {
        assertThatThrownBy(() -> Table.read(TableTest.class, "none.csv"))
                .hasMessageContaining("none.csv is not beside");
    }
}
