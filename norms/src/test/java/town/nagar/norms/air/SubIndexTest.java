package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubIndexTest {
    /** CPCB 2014 via India Environment Portal 2015. */
    @ParameterizedTest
    @CsvSource({"31, 51", "45, 75", "60, 100"})
    void publishedAnswersForPm25(double concentration, int index) {
        assertThat(SubIndex.of(Pollutant.PM25, concentration).index()).isEqualTo(index);
    }

    /** Computed by hand from the ruled table, rounding first. */
    @ParameterizedTest
    @CsvSource({
        "30.4, 50, false",
        "30.5, 51, false",
        "85.5, 186, false",
        "95.5, 218, false",
        "250, 400, false",
        "380, 500, false",
        "381, 500, true"
    })
    void ruledAnswersForPm25(double concentration, int index, boolean beyond) {
        SubIndex sub = SubIndex.of(Pollutant.PM25, concentration);
        assertThat(sub.index()).isEqualTo(index);
        assertThat(sub.beyondScale()).isEqualTo(beyond);
    }

    /** The US scale gives 112 for 40 ug/m3 of PM2.5. */
    @Test
    void theScaleIsIndiasNotThatOfTheUnitedStates() {
        assertThat(SubIndex.indexOf(Pollutant.PM25, 40)).isEqualTo(66);
    }

    /** NAAQS (CPCB 2009) of PM10, PM2.5, NO2, SO2, CO and O3 are where Satisfactory ends. */
    @ParameterizedTest
    @CsvSource({"PM10, 100", "PM25, 60", "NO2, 80", "SO2, 80", "CO, 2", "O3, 100"})
    void theNationalStandardEndsSatisfactory(Pollutant pollutant, double standard) {
        assertThat(SubIndex.indexOf(pollutant, standard)).isEqualTo(100);
    }

    /** Lead's steps grow from 0.01 to 0.1 at 1.00. */
    @ParameterizedTest
    @CsvSource({"0.504, 50", "0.505, 51", "1.004, 100", "1.04, 100", "1.05, 101", "1.1, 101"})
    void leadIsRoundedFinelyToOneAndCoarselyAbove(double concentration, int index) {
        assertThat(SubIndex.indexOf(Pollutant.PB, concentration)).isEqualTo(index);
    }

    /** As decimals these are ties, though as doubles some lie below: 1.15 is 1.149999… */
    @ParameterizedTest
    @CsvSource({"1.05, 1.1", "1.15, 1.2", "2.05, 2.1", "10.05, 10.1", "17.05, 17.1"})
    void carbonMonoxideIsRoundedHalfUpAsItIsWritten(double mean, double rounded) {
        assertThat(SubIndex.of(Pollutant.CO, mean).concentration()).isEqualTo(rounded);
    }

    @ParameterizedTest
    @EnumSource(Pollutant.class)
    void anythingAboveTheScaleIs500AndSaysSo(Pollutant pollutant) {
        assertThat(SubIndex.of(pollutant, top(pollutant)).beyondScale()).isFalse();
        for (double mean : new double[] {top(pollutant) + 1, 1e7, 1e12}) {
            assertThat(SubIndex.of(pollutant, mean).index()).isEqualTo(500);
            assertThat(SubIndex.of(pollutant, mean).beyondScale()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Pollutant.class)
    void everyEdgeIsTheTopOfItsCategoryAndTheNextStepTheBottomOfTheNext(Pollutant pollutant) {
        for (Category category : Category.values()) {
            double top = pollutant.topHundredths(category) / 100.0;
            assertThat(SubIndex.of(pollutant, top).index())
                    .as(category.word())
                    .isEqualTo(category.top());
            double bottom = pollutant.bottomHundredths(category) / 100.0;
            assertThat(SubIndex.of(pollutant, bottom).index())
                    .as(category.word())
                    .isEqualTo(category.bottom());
        }
    }

    private static double top(Pollutant pollutant) {
        return pollutant.topHundredths(Category.SEVERE) / 100.0;
    }

    @ParameterizedTest
    @EnumSource(Pollutant.class)
    void thereIsNoGapAndTheIndexNeverFalls(Pollutant pollutant) {
        double end = top(pollutant) * 1.2;
        int last = 0;
        for (int i = 0; i <= 20_000; i++) {
            int index = SubIndex.indexOf(pollutant, end * i / 20_000);
            assertThat(index).isBetween(last, 500);
            last = index;
        }
        assertThat(last).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Pollutant.class)
    void theIndexIsThatOfThePlainFormula(Pollutant pollutant) {
        for (int i = 0; i < 5_000; i++) {
            double mean = top(pollutant) * i / 5_000;
            assertThat(SubIndex.of(pollutant, mean).index())
                    .as("%s at %s", pollutant, mean)
                    .isEqualTo(plainly(pollutant, mean));
        }
    }

    /** Walks CPCB's table as printed, in decimals, with a fraction instead of one formula. */
    private static int plainly(Pollutant pollutant, double mean) {
        String[] rows =
                switch (pollutant) {
                    case PM25 -> rows("0-30 31-60 61-90 91-120 121-250 251-380");
                    case PM10 -> rows("0-50 51-100 101-250 251-350 351-430 431-510");
                    case NO2 -> rows("0-40 41-80 81-180 181-280 281-400 401-520");
                    case SO2 -> rows("0-40 41-80 81-380 381-800 801-1600 1601-2400");
                    case O3 -> rows("0-50 51-100 101-168 169-208 209-748 749-1288");
                    case CO -> rows("0-1.0 1.1-2.0 2.1-10 10.1-17 17.1-34 34.1-51");
                    case NH3 -> rows("0-200 201-400 401-800 801-1200 1201-1800 1801-2400");
                    case PB -> rows("0-0.5 0.51-1.0 1.1-2.0 2.1-3.0 3.1-3.5 3.6-4.0");
                };
        int decimals = pollutant == Pollutant.CO ? 1 : pollutant == Pollutant.PB ? 2 : 0;
        if (pollutant == Pollutant.PB && mean > 1.0) {
            decimals = 1;
        }
        BigDecimal c =
                new BigDecimal(Double.toString(mean)).setScale(decimals, RoundingMode.HALF_UP);
        int[] tops = {50, 100, 200, 300, 400, 500};
        for (int i = 0; i < rows.length; i++) {
            BigDecimal low = new BigDecimal(rows[i].split("-", 2)[0]);
            BigDecimal high = new BigDecimal(rows[i].split("-", 2)[1]);
            if (c.compareTo(high) <= 0) {
                int bottom = i == 0 ? 0 : tops[i - 1] + 1;
                BigDecimal part = c.subtract(low).multiply(BigDecimal.valueOf(tops[i] - bottom));
                return part.divide(high.subtract(low), 12, RoundingMode.HALF_EVEN)
                        .add(BigDecimal.valueOf(bottom))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue();
            }
        }
        return 500;
    }

    private static String[] rows(String table) {
        return table.split(" ");
    }

    @Test
    void ozoneAboveTheEightHourTableIsJudgedByItsHourButNeverBelow300() {
        assertThat(SubIndex.ofOzone(208, Double.NaN).index()).isEqualTo(300);
        assertThat(SubIndex.ofOzone(209, 150).index()).isEqualTo(300);
        assertThat(SubIndex.ofOzone(209, 748).index()).isEqualTo(400);
        assertThat(SubIndex.ofOzone(208.4, 748).index()).isEqualTo(300);
        assertThat(SubIndex.ofOzone(208.5, 1289))
                .satisfies(sub -> {
                    assertThat(sub.index()).isEqualTo(500);
                    assertThat(sub.beyondScale()).isTrue();
                });
        assertThat(SubIndex.ofOzone(209, Double.NaN))
                .satisfies(sub -> {
                    assertThat(sub.index()).isEqualTo(300);
                    assertThat(sub.o3HourMissing()).isTrue();
                });
    }

    @Test
    void whatIsNoConcentrationIsRefused() {
        assertThatThrownBy(() -> SubIndex.of(Pollutant.CO, -0.1))
                .hasMessage("CO is -0.1 mg/m3; allowed: 0 to 1.0E12");
        assertThatThrownBy(() -> SubIndex.of(Pollutant.CO, Double.NaN)).hasMessageContaining("NaN");
    }
}
