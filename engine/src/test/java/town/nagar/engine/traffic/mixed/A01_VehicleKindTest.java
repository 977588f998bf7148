package town.nagar.engine.traffic.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Room that vehicles take, what roads carry, and when trips start. */
final class A01_VehicleKindTest {
    /** IRC:106-1990, table 1. */
    @Test
    void aTruckTakesMoreRoomInAStreamWithManyTrucks() {
        var truck = new VehicleKind("heavy", 2.2, 3.7);
        assertThat(truck.pcu(0.01)).isEqualTo(2.2);
        assertThat(truck.pcu(0.05)).isEqualTo(2.2);
        assertThat(truck.pcu(0.075)).isCloseTo(2.95, within(1e-12));
        assertThat(truck.pcu(0.10)).isEqualTo(3.7);
        assertThat(truck.pcu(0.5)).isEqualTo(3.7);
    }

    /** IRC:106-1990, table 2: a two-lane two-way collector, 900 PCU an hour in both directions. */
    @Test
    void aRoadOfAClassGetsItsCapacityAndTime() {
        var collector = new RoadStandard("collector", 900, true, 30, 0.15, 4);
        var link = collector.link(3, 4, 1.5);
        assertThat(link.capacity()).isEqualTo(450);
        assertThat(link.freeFlowTime()).isCloseTo(3, within(1e-12));
        assertThat(link.length()).isEqualTo(1.5);
        var arterial = new RoadStandard("arterial", 3600, false, 50, 0.15, 4);
        assertThat(arterial.directionPcuPerHour()).isEqualTo(3600);
    }

    @Test
    void hoursHoldTheirShareOfTheDay() {
        var shares = new java.util.ArrayList<>(Collections.nCopies(24, 0.0));
        shares.set(9, 0.75);
        shares.set(18, 0.25);
        assertThat(new DayProfile(shares).share(9)).isEqualTo(0.75);
        assertThat(DayProfile.FLAT.share(3)).isEqualTo(1.0 / 24);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new VehicleKind("car", 0, 1))
                .hasMessage("PCU of car is 0.0; allowed are numbers above 0");
        assertThatThrownBy(() -> new VehicleKind("", 1, 1)).hasMessageContaining("no name");
        assertThatThrownBy(() -> new RoadStandard("lane", -1, true, 30, 0.15, 4))
                .hasMessageContaining("capacity of road standard 'lane' is -1.0");
        assertThatThrownBy(() -> new DayProfile(List.of(0.5, 0.5)))
                .hasMessage("2 hour shares add up to 1.0; allowed are 24 that add up to 1");
        assertThatThrownBy(() -> new DayProfile(Collections.nCopies(24, 0.1)))
                .hasMessageContaining("24 hour shares add up to 2.4");
        assertThatThrownBy(() -> new DayProfile(List.of(-0.5)))
                .hasMessageContaining("hour share is -0.5");
    }
}
