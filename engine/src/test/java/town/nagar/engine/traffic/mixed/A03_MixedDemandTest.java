package town.nagar.engine.traffic.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;

/** From trips by class to an assignment, with and without a rule. */
final class A03_MixedDemandTest {
    private static final LocalDate MONDAY_2 = LocalDate.of(2026, 3, 2);
    private static final VehicleKind CAR = new VehicleKind("car", 1, 1);
    private static final VehicleKind TWO_WHEELER = new VehicleKind("two_wheeler", 0.5, 0.75);
    private static final VehicleKind HEAVY = new VehicleKind("heavy", 2.2, 3.7);
    private static final List<DailyTrips> DAILY =
            List.of(
                    daily(CAR, 24_000, 2_400),
                    daily(TWO_WHEELER, 48_000, 4_800),
                    daily(HEAVY, 2_400, 240));
    private static final String HEADER =
            "name,kinds,first_day,last_day,days,from,until,zones,plates,exempt,compliance,"
                    + "replaced_by\n";
    private static final String ODD_EVEN =
            "odd-even,car,2026-03-01,2026-03-30,all,08:00,20:00,1,parity,car:0.2,0.5,"
                    + "two_wheeler:0.5\n";

    private static DailyTrips daily(VehicleKind kind, double fromOneToTwo, double fromTwoToThree) {
        var trips = TripTable.builder(3).add(1, 2, fromOneToTwo).add(2, 3, fromTwoToThree);
        return new DailyTrips(kind, trips.build(), DayProfile.FLAT);
    }

    @Test
    void anHoursTripsAreAddedUpInPcu() {
        HourDemand hour = MixedDemand.of(DAILY, List.of()).at(MONDAY_2, 9);
        // shares 0.32, 0.65 and 0.03: cars 1, two-wheelers 0.75, trucks 2.2
        assertThat(hour.pcu().trips(1, 2)).isCloseTo(1000 + 1500 + 220, within(1e-9));
        assertThat(hour.pcu().trips(2, 3)).isCloseTo(100 + 150 + 22, within(1e-9));
        assertThat(hour.stayingAway("car")).isZero();
    }

    @Test
    void aRuleTakesCarsAwayWhereItHoldsAndPutsTwoWheelersInTheirPlace() {
        HourDemand hour = MixedDemand.of(DAILY, rules(ODD_EVEN)).at(MONDAY_2, 9);
        // 1000 x 0.5 x (1 - 0.2) x 0.5 = 200 cars less from zone 1, none elsewhere
        assertThat(trips(hour, "car", 1, 2)).isCloseTo(800, within(1e-9));
        assertThat(trips(hour, "car", 2, 3)).isCloseTo(100, within(1e-9));
        assertThat(trips(hour, "two_wheeler", 1, 2)).isCloseTo(2100, within(1e-9));
        assertThat(hour.stayingAway("two_wheeler")).isZero();
        assertThat(hour.stayingAway("car")).isCloseTo(200, within(1e-9));
        assertThat(hour.pcu().trips(1, 2)).isCloseTo(800 + 1575 + 220, within(1e-9));
    }

    @Test
    void laterRulesTakeTheirShareOfWhatIsLeft() {
        String ban = "ban,car,2026-03-01,2026-03-30,all,00:00,24:00,all,all,,0.25,\n";
        HourDemand hour = MixedDemand.of(DAILY, rules(ODD_EVEN + ban)).at(MONDAY_2, 9);
        assertThat(trips(hour, "car", 1, 2)).isCloseTo(600, within(1e-9));
        assertThat(hour.stayingAway("car")).isCloseTo(425, within(1e-9));
    }

    @Test
    void atNightTheRuleChangesNothing() {
        HourDemand ruled = MixedDemand.of(DAILY, rules(ODD_EVEN)).at(MONDAY_2, 22);
        HourDemand free = MixedDemand.of(DAILY, List.of()).at(MONDAY_2, 22);
        assertThat(ruled.pcu().trips(1, 2)).isEqualTo(free.pcu().trips(1, 2));
    }

    @Test
    void fewerPcuMakeTheRoadFaster() {
        var arterial = new RoadStandard("4-lane divided", 3600, true, 40, 0.15, 4);
        var network =
                RoadNetwork.of(3, 3, 1, List.of(arterial.link(1, 2, 2), arterial.link(2, 3, 2)));
        var assignment = Assignment.of(network);
        var free = MixedDemand.of(DAILY, List.of()).at(MONDAY_2, 9).pcu();
        var ruled = MixedDemand.of(DAILY, rules(ODD_EVEN)).at(MONDAY_2, 9).pcu();
        double before = assignment.solve(free, 1e-9).cost(0);
        double after = assignment.solve(ruled, 1e-9).cost(0);
        assertThat(before).isCloseTo(3 * (1 + 0.15 * Math.pow(2720 / 1800.0, 4)), within(1e-9));
        assertThat(after).isCloseTo(3 * (1 + 0.15 * Math.pow(2595 / 1800.0, 4)), within(1e-9));
    }

    @Test
    void askingForAKindThatIsNotThereNamesThoseThatAre() {
        HourDemand hour = MixedDemand.of(DAILY, List.of()).at(MONDAY_2, 9);
        assertThatThrownBy(() -> hour.vehicles("bus"))
                .hasMessage("no kind of vehicle 'bus'; allowed are [car, heavy, two_wheeler]");
    }

    @Test
    void kindsAndZonesThatAreNotThereAreNamed() {
        String tractor = ODD_EVEN.replace("two_wheeler:0.5", "tractor:1");
        assertThatThrownBy(() -> MixedDemand.of(DAILY, rules(tractor)))
                .hasMessage(
                        "restriction 'odd-even' names the kind 'tractor'; allowed are [car,"
                                + " two_wheeler, heavy]");
        assertThatThrownBy(
                        () -> MixedDemand.of(DAILY, rules(ODD_EVEN.replace("20:00,1", "20:00,9"))))
                .hasMessage("restriction 'odd-even' names zone 9; allowed are 1 to 3");
        assertThatThrownBy(() -> MixedDemand.of(List.of(DAILY.get(0), DAILY.get(0)), List.of()))
                .hasMessage("trips of car are given twice");
        assertThatThrownBy(() -> MixedDemand.of(List.of(), List.of()))
                .hasMessageContaining("no kind of vehicle");
        var other = new DailyTrips(HEAVY, TripTable.builder(2).build(), DayProfile.FLAT);
        assertThatThrownBy(() -> MixedDemand.of(List.of(DAILY.get(0), other), List.of()))
                .hasMessage("trips of heavy have 2 zones, those before have 3");
    }

    private static double trips(HourDemand hour, String kind, int from, int to) {
        return hour.vehicles(kind).trips(from, to);
    }

    private static List<Restriction> rules(String rows) {
        return RestrictionFile.read(new StringReader(HEADER + rows), "rules");
    }
}
