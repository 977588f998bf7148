package town.nagar.norms.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SupportPriceTest {
    @Test
    void wheatIsDearerInTheNextMarketingSeason() {
        assertThat(price("Wheat", "", "2026-03-31")).isEqualTo(2425);
        assertThat(price("wheat", "Lok-1", "2026-04-01")).isEqualTo(2585);
    }

    @Test
    void paddyHasAPriceForEachGradeAndTheLowerOneForAnUnknownGrade() {
        assertThat(price("paddy", "grade a", "2025-11-01")).isEqualTo(2389);
        assertThat(price("paddy", "gujarat-17", "2025-11-01")).isEqualTo(2369);
    }

    @Test
    void potatoesHaveNone() {
        assertThat(SupportPrice.find("potato", "", LocalDate.parse("2025-11-01"))).isEmpty();
        assertThat(SupportPrice.find("wheat", "", LocalDate.parse("2019-11-01"))).isEmpty();
    }

    @Test
    void reportsThatAreHardToBelieve() {
        assertThat(PriceCheck.find(1300, 1200, 1250)).hasValue(PriceCheck.MIN_ABOVE_MAX);
        assertThat(PriceCheck.find(5, 12, 9)).hasValue(PriceCheck.MODAL_UNDER_TEN_RUPEES);
        assertThat(PriceCheck.find(1200, 1300, 1250)).isEmpty();
        assertThat(PriceCheck.find(Double.NaN, Double.NaN, 1250)).isEmpty();
    }

    private static int price(String commodity, String variety, String day) {
        return SupportPrice.find(commodity, variety, LocalDate.parse(day))
                .orElseThrow()
                .rupeesPerQuintal();
    }
}
