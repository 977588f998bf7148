package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which household vehicle may go out. */
final class P04_VehiclesTest {
    private static final PlateRule CARS =
            new PlateRule(8, 20, Set.of(VehicleClass.CAR), Set.of(Fuel.ELECTRIC));

    private static boolean mayDrive(Vehicles vehicles, int hour, int household) {
        var permitted = new byte[4];
        vehicles.permittedModes(CARS, hour, permitted);
        return (permitted[household] & Mode.CAR.bit()) != 0;
    }

    private static Vehicles vehicles() {
        var vehicles = Vehicles.of(5);
        vehicles.set(0, VehicleClass.CAR, Fuel.PETROL, 4, 3, 0);
        vehicles.set(1, VehicleClass.CAR, Fuel.DIESEL, 4, 6, 1);
        vehicles.set(2, VehicleClass.CAR, Fuel.PETROL, 6, 8, 2);
        vehicles.set(3, VehicleClass.CAR, Fuel.PETROL, 6, 1, 2);
        vehicles.set(4, VehicleClass.CAR, Fuel.ELECTRIC, 6, 0, 3);
        return vehicles;
    }

    @Test
    void oddPlatesGoOutOnOddDays() {
        assertThat(mayDrive(vehicles(), 9, 0)).isTrue();
        assertThat(mayDrive(vehicles(), 24 + 9, 0)).isFalse();
        assertThat(mayDrive(vehicles(), 9, 1)).isFalse();
        assertThat(mayDrive(vehicles(), 24 + 9, 1)).isTrue();
    }

    @Test
    void theRuleSleepsAtNight() {
        assertThat(mayDrive(vehicles(), 7, 1)).isTrue();
        assertThat(mayDrive(vehicles(), 8, 1)).isFalse();
        assertThat(mayDrive(vehicles(), 20, 1)).isTrue();
    }

    @Test
    void aHouseholdWithBothPlatesAlwaysGoesOut() {
        assertThat(mayDrive(vehicles(), 9, 2)).isTrue();
        assertThat(mayDrive(vehicles(), 24 + 9, 2)).isTrue();
    }

    @Test
    void anExemptFuelGoesOut() {
        assertThat(mayDrive(vehicles(), 9, 3)).isTrue();
    }

    @Test
    void whatIsNoVehicleOrRuleIsRefused() {
        assertThatThrownBy(() -> Vehicles.of(1).set(0, VehicleClass.CAR, Fuel.CNG, 7, 0, 0))
                .hasMessageContaining("Bharat Stage 7");
        assertThatThrownBy(() -> new PlateRule(9, 9, Set.of(), Set.of()))
                .hasMessageContaining("from hour 9 until 9");
    }
}
