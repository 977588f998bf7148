package town.nagar.norms.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.norms.agriculture.MarketingSeason;

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
        assertThat(PriceCheck.find(1200, 1300, 1400))
                .map(PriceCheck::code)
                .hasValue("modal_outside_min_and_max");
        assertThat(PriceCheck.find(1200, 1300, 1250)).isEmpty();
        assertThat(PriceCheck.find(Double.NaN, Double.NaN, 1250)).isEmpty();
    }

    /** Cabinet decisions as printed by the press, 2024 and 2025. */
    @ParameterizedTest
    @CsvSource({
        "gram, 2026-04-01, 5875", "masur, 2026-04-01, 7000", "mustard, 2026-04-01, 6200",
        "urad, 2025-10-01, 7800", "cotton, 2025-10-01, 7710", "tur, 2026-09-30, 8000"
    })
    void pricesByCropAndDay(String crop, String day, int rupees) {
        assertThat(price(crop, "", day)).isEqualTo(rupees);
    }

    @Test
    void everyPriceHoldsForItsMarketingSeasonAndNoneTwice() {
        for (SupportPrice price : SupportPrice.list()) {
            MarketingSeason season = MarketingSeason.parse(price.season());
            assertThat(price.from()).isEqualTo(season.from());
            assertThat(price.until()).isEqualTo(season.until());
            assertThat(price.source()).isNotBlank();
        }
        assertThat(
                        SupportPrice.list().stream()
                                .map(price -> price.commodity() + price.variety() + price.season()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPriceIsNeverTakenForAQuintalUnlessItSaysSo() {
        assertThat(PriceUnit.of("INR/kg").rupeesPerQuintal(24.25)).isEqualTo(2425);
        assertThat(PriceUnit.of("INR/20kg").rupeesPerQuintal(485)).isEqualTo(2425);
        assertThat(PriceUnit.of("INR/t").rupeesPerQuintal(24250)).isEqualTo(2425);
        assertThat(PriceUnit.of("INR/quintal").rupeesPerQuintal(2425)).isEqualTo(2425);
        assertThatThrownBy(() -> PriceUnit.of(""))
                .hasMessage("unit '' of a price is none of INR/quintal, INR/kg, INR/20kg, INR/t");
    }

    private static int price(String commodity, String variety, String day) {
        return SupportPrice.find(commodity, variety, LocalDate.parse(day))
                .orElseThrow()
                .rupeesPerQuintal();
    }
}
