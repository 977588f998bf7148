package town.nagar.forecast.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Searched SEARCHED =
            new Searched(
                    Map.of("name", "m.name", "created", "m.created"),
                    Set.of("created"),
                    Map.of(Subject.TAG, "SELECT t", Subject.METRIC, "SELECT m"),
                    "m.name");

    private static Search.Clause clause(String filter, String... orders) {
        return new Search(filter, List.of(orders), 10, "").clause(SEARCHED, "TRUE", List.of());
    }

    @Test
    void valuesNeverStandInTheText() {
        Search.Clause clause =
                clause(
                        "name = 'x''; DROP TABLE models' AND tags.`a b` LIKE \"c%\" AND metrics.r<=1e-3");
        assertThat(clause.text())
                .isEqualTo(
                        "TRUE AND m.name = ? AND (SELECT t) LIKE ? AND (SELECT m) <= ?"
                                + " ORDER BY m.name LIMIT ? OFFSET ?");
        assertThat(clause.values())
                .containsExactly("x'; DROP TABLE models", "a b", "c%", "r", 0.001, 11, 0);
    }

    @Test
    void listsAndNumbersAreRead() {
        Search.Clause clause =
                clause(
                        "attributes.created > 5 and name NOT IN ('a', 'b')",
                        "created DESC",
                        "metrics.r");
        assertThat(clause.text())
                .isEqualTo(
                        "TRUE AND m.created > ? AND m.name NOT IN (?, ?) ORDER BY"
                                + " m.created DESC NULLS LAST, (SELECT m) ASC NULLS LAST, m.name"
                                + " LIMIT ? OFFSET ?");
        assertThat(clause.values()).containsExactly(5.0, "a", "b", "r", 11, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name =",
                "name = x",
                "name = 'x' OR name = 'y'",
                "name = 'x' name = 'y'",
                "secret = 'x'",
                "params.a = 'x'",
                "nothing.a = 'x'",
                "created = 'soon'",
                "created LIKE '1'",
                "name IN ('a'",
                "name = 'x",
                "; DROP TABLE models"
            })
    void whatCannotBeReadIsRefused(String filter) {
        assertThatThrownBy(() -> clause(filter)).hasMessageContaining("Invalid filter");
    }

    @Test
    void anOrderByWhatIsNotSearchedIsRefused() {
        assertThatThrownBy(() -> clause("", "m.name; DROP TABLE models"))
                .hasMessageContaining("Invalid filter");
    }

    @Test
    void pagesFollowEachOtherByTheirTokens() {
        List<Integer> rows = IntStream.range(0, 11).boxed().toList();
        Search first = new Search("", List.of(), 10, "");
        Search.Page<Integer> page = first.page(rows);
        assertThat(page.rows()).hasSize(10);
        Search second = new Search("", List.of(), 10, page.next());
        assertThat(second.offset()).isEqualTo(10);
        assertThat(second.page(List.of(10)).next()).isEmpty();
        assertThatThrownBy(() -> new Search("", List.of(), 10, "forged!").offset())
                .hasMessageContaining("page_token");
    }
}
