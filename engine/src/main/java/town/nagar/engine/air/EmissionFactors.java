package town.nagar.engine.air;

import java.util.List;
import java.util.Optional;

/**
 * Emission factors as data: rows that a town may replace with its own.
 *
 * <p>The rows of 2006-2010 are measurements of Indian vehicles. Rows named limit are what a
 * standard lets a new vehicle emit in its test, not what it emits on the road. Rows named energy
 * turn the limits of engines, g/kWh, into g/km by 1.2 kWh a kilometre, an assumption for a laden
 * bus or truck in a town.
 */
public final class EmissionFactors {
    private static final String ROWS =
            """
            two-wheeler,petrol,2006-2010,1.4,0.7,0.3,0.05,CPCB by ENVIS-IITM; four-stroke
            two-wheeler two-stroke,petrol,2006-2010,1.4,1.32,0.08,0.05,CPCB by ENVIS-IITM
            three-wheeler,petrol,2006-2010,2.45,0.75,0.12,0.08,CPCB by ENVIS-IITM; two-stroke
            car,petrol,2006-2010,1.39,0.15,0.12,0.02,CPCB by ENVIS-IITM
            car,diesel,2006-2010,0.58,0.05,0.45,0.05,CPCB by ENVIS-IITM
            bus,diesel,2006-2010,2.52,0.79,6.0,0.12,BS-III limit by energy
            truck,diesel,2006-2010,2.52,0.79,6.0,0.12,BS-III limit by energy
            car,petrol,BS-IV,1.0,0.1,0.08,0.005,BS-IV limit; PM assumed
            car,diesel,BS-IV,0.5,0.05,0.25,0.025,BS-IV limit; HC is HC+NOX less NOX
            bus,diesel,BS-IV,1.8,0.55,4.2,0.024,BS-IV limit by energy
            truck,diesel,BS-IV,1.8,0.55,4.2,0.024,BS-IV limit by energy
            two-wheeler,petrol,BS-VI,1.0,0.1,0.06,0.0045,BS-VI limit
            three-wheeler,cng,BS-VI,0.44,0.35,0.085,0.0045,BS-VI limit; PM assumed
            car,petrol,BS-VI,1.0,0.1,0.06,0.0045,BS-VI limit
            car,cng,BS-VI,1.0,0.1,0.06,0.0045,BS-VI limit
            car,diesel,BS-VI,0.5,0.09,0.08,0.0045,BS-VI limit; HC is HC+NOX less NOX
            bus,diesel,BS-VI,1.8,0.156,0.48,0.012,BS-VI limit by energy
            bus,cng,BS-VI,4.8,0.19,0.55,0.012,BS-VI limit by energy
            truck,diesel,BS-VI,1.8,0.156,0.48,0.012,BS-VI limit by energy
            two-wheeler,electric,BS-VI,0,0,0,0,no exhaust
            three-wheeler,electric,BS-VI,0,0,0,0,no exhaust
            car,electric,BS-VI,0,0,0,0,no exhaust
            bus,electric,BS-VI,0,0,0,0,no exhaust
            """;

    private static final List<EmissionFactor> ALL =
            ROWS.lines().map(EmissionFactor::ofRow).toList();

    private EmissionFactors() {}

    /** All rows. */
    public static List<EmissionFactor> list() {
        return ALL;
    }

    /** The row of a kind of vehicle. */
    public static Optional<EmissionFactor> find(String vehicle, String fuel, String standard) {
        return ALL.stream()
                .filter(row ->
                        row.vehicle().equals(vehicle)
                                && row.fuel().equals(fuel)
                                && row.standard().equals(standard))
                .findFirst();
    }
}
