package town.nagar.engine.agriculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.course.Steps;

/** One field, from its soil to its yield. */
final class E02_FieldTest {
    /** FAO-33: wheat, Ky 1.05, on 80 % of its water. */
    @Test
    void wheatOnFourFifthsOfItsWaterYieldsSeventyNinePercent() {
        assertThat(YieldResponse.share(1.05, 0.8)).isCloseTo(0.79, within(1e-12));
        assertThat(YieldResponse.share(1.05, 1)).isEqualTo(1);
        assertThat(YieldResponse.share(1.25, 0.1)).isZero();
    }

    @Test
    void theCoefficientIsLevelThenRisesThenLevelThenFalls() {
        var wheat = new CropCoefficient(15, 25, 50, 30, 0.3, 1.15, 0.4);
        assertThat(wheat.days()).isEqualTo(120);
        assertThat(wheat.on(1)).isEqualTo(0.3);
        assertThat(wheat.on(15)).isEqualTo(0.3);
        assertThat(wheat.on(20)).isCloseTo(0.3 + 0.85 * 5 / 25, within(1e-12));
        assertThat(wheat.on(40)).isEqualTo(1.15);
        assertThat(wheat.on(90)).isEqualTo(1.15);
        assertThat(wheat.on(105)).isCloseTo((1.15 + 0.4) / 2, within(1e-12));
        assertThat(wheat.on(120)).isCloseTo(0.4, within(1e-12));
        assertThatThrownBy(() -> wheat.on(121)).hasMessageContaining("121");
    }

    /** FAO-56, equations 82 to 84, on a medium soil: TAW 160 mm, RAW 64 mm. */
    @Test
    void aCropSuffersOnceReadilyAvailableWaterIsGone() {
        assertThat(new Soil(0.32, 0.12).availableMillimetres(0.8)).isCloseTo(160, within(1e-9));
        assertThat(SoilWater.stress(64, 160, 0.4)).isEqualTo(1);
        assertThat(SoilWater.stress(112, 160, 0.4)).isCloseTo(0.5, within(1e-12));
        assertThat(SoilWater.stress(160, 160, 0.4)).isZero();
        assertThat(SoilWater.depletionShare(0.4, 5)).isEqualTo(0.4);
        assertThat(SoilWater.depletionShare(0.4, 7)).isCloseTo(0.32, within(1e-12));
        assertThat(SoilWater.depletionShare(0.4, 30)).isEqualTo(0.1);
    }

    @Seeds(50)
    void noWaterAppearsOrDisappears(long seed) {
        var random = new Random(seed);
        int fields = 7;
        double[] depletion = random.doubles(fields, 0, 100).toArray();
        double[] available = random.doubles(fields, 100, 200).toArray();
        double[] share = random.doubles(fields, 0.2, 0.7).toArray();
        var drunk = new double[fields];
        var drained = new double[fields];
        for (int day = 0; day < 100; day++) {
            double[] before = depletion.clone();
            double[] demand = random.doubles(fields, 0, 9).toArray();
            double[] water = random.doubles(fields, -60, 40).map(w -> Math.max(0, w)).toArray();
            SoilWater.day(depletion, available, share, demand, water, drunk, drained);
            for (int field = 0; field < fields; field++) {
                double gone = drunk[field] + drained[field] - water[field];
                assertThat(depletion[field] - before[field]).isCloseTo(gone, within(1e-10));
                assertThat(depletion[field]).isBetween(0.0, available[field]);
                assertThat(drunk[field]).isBetween(0.0, demand[field]);
            }
        }
        Runnable step =
                () -> SoilWater.day(depletion, available, share, share, share, drunk, drained);
        assertThat(Steps.leastGarbage(step)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    @Test
    void withPlentyOfWaterEveryCropYieldsItsBestAndWithoutItLess() {
        var soil = new Soil(0.3, 0.15);
        for (Crop crop : CropCalendar.list()) {
            double[] sun = new double[crop.coefficient().days()];
            Arrays.fill(sun, 5);
            double[] rain = new double[sun.length];
            var canal = new CropSeason.Watering(5000, 20);
            var wet = CropSeason.grow(crop, soil, canal, sun, rain, 0);
            var dry = CropSeason.grow(crop, soil, CropSeason.Watering.NONE, sun, rain, 0.5);
            assertThat(wet.yieldShare()).as(crop.name()).isGreaterThan(0.97);
            assertThat(dry.yieldShare()).as(crop.name()).isLessThan(0.8);
            assertThat(dry.stressedDays()).isPositive();
            assertThat(crop.source()).isNotBlank();
        }
    }

    @Test
    void bothSeasonsHaveTheirCrops() {
        assertThat(CropCalendar.list()).filteredOn(c -> c.season() == Season.KHARIF).hasSize(9);
        assertThat(CropCalendar.list()).filteredOn(c -> c.season() == Season.RABI).hasSize(5);
        assertThat(CropCalendar.find("wheat").orElseThrow().sensitivity()).isEqualTo(1.05);
        assertThat(CropCalendar.find("tulip")).isEmpty();
    }

    /** Ministry of Agriculture by PTI, 2021-04-23: when each season's onions are harvested. */
    @Test
    void onionsRipenInThreeSeasonsAndAreTradedAsOne() {
        assertThat(ripeMonth("kharif onion")).isBetween(10, 12);
        assertThat(ripeMonth("late kharif onion")).isBetween(1, 3);
        assertThat(ripeMonth("onion")).isBetween(3, 5);
        assertThat(CropCalendar.list())
                .filteredOn(crop -> crop.produce().equals("onion"))
                .extracting(Crop::season)
                .containsExactlyInAnyOrder(Season.KHARIF, Season.LATE_KHARIF, Season.RABI);
        assertThat(CropCalendar.find("wheat").orElseThrow().produce()).isEqualTo("wheat");
    }

    private static int ripeMonth(String name) {
        Crop crop = CropCalendar.find(name).orElseThrow();
        return crop.sowing().atYear(2025).plusDays(crop.coefficient().days()).getMonthValue();
    }

    /** The slow twin: every way of dealing ten buckets out to three fields. */
    @Seeds(50)
    void noOtherDealOfTheWaterIsWorthMore(long seed) {
        var random = new Random(seed);
        double[] worth = random.ints(3, 0, 5).mapToDouble(w -> w).toArray();
        double[] need = random.ints(3, 0, 8).mapToDouble(n -> n).toArray();
        var given = new double[3];
        var irrigation = new Irrigation(3);
        double left = irrigation.allot(10, worth, need, given);
        assertThat(left + given[0] + given[1] + given[2]).isEqualTo(10);
        double best = 0;
        for (int a = 0; a <= need[0]; a++) {
            for (int b = 0; b <= need[1] && a + b <= 10; b++) {
                double c = Math.min(need[2], 10 - a - b);
                best = Math.max(best, a * worth[0] + b * worth[1] + c * worth[2]);
            }
        }
        double got = given[0] * worth[0] + given[1] * worth[1] + given[2] * worth[2];
        assertThat(got).isEqualTo(best);
        Runnable deal = () -> irrigation.allot(10, worth, need, given);
        assertThat(Steps.leastGarbage(deal)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    @Seeds(20)
    void manyFieldsAreServedByFallingWorth(long seed) {
        var random = new Random(seed);
        int fields = 200;
        double[] worth = random.doubles(fields).toArray();
        double[] need = random.doubles(fields).toArray();
        var given = new double[fields];
        new Irrigation(fields).allot(40, worth, need, given);
        double least = Double.MAX_VALUE;
        for (int field = 0; field < fields; field++) {
            least = given[field] > 0 ? Math.min(least, worth[field]) : least;
        }
        for (int field = 0; field < fields; field++) {
            if (worth[field] > least) {
                assertThat(given[field]).isEqualTo(need[field]);
            }
        }
    }
}
