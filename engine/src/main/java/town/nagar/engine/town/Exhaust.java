package town.nagar.engine.town;

import java.util.List;
import java.util.Locale;
import town.nagar.engine.air.EmissionFactor;
import town.nagar.engine.air.EmissionFactors;
import town.nagar.engine.air.Pollutant;
import town.nagar.engine.air.RoadDust;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;

/** What one vehicle lets into the air on a kilometre: exhaust particles by its kind, and dust. */
final class Exhaust {
    private static final List<String> STANDARDS = List.of("2006-2010", "BS-IV", "BS-VI");
    private static final int OLDEST = 3;
    private static final int NEWEST = 6;

    private Exhaust() {}

    /**
     * Exhaust PM of a vehicle, g/km at the reference speed. Where the table has no row of the
     * vehicle's standard the next older one is taken, then the next newer, then petrol's.
     *
     * @param vehicle a name of {@link EmissionFactors}
     */
    static double gramsPerKm(String vehicle, Fuel fuel, int bharatStage) {
        String burnt = fuel.name().toLowerCase(Locale.ROOT);
        if (fuel == Fuel.ELECTRIC) {
            return 0;
        }
        int standard = bharatStage <= OLDEST ? 0 : bharatStage < NEWEST ? 1 : 2;
        for (int older = standard; older >= 0; older--) {
            var row = EmissionFactors.find(vehicle, burnt, STANDARDS.get(older));
            if (row.isPresent()) {
                return particles(row.get());
            }
        }
        for (int newer = standard + 1; newer < STANDARDS.size(); newer++) {
            var row = EmissionFactors.find(vehicle, burnt, STANDARDS.get(newer));
            if (row.isPresent()) {
                return particles(row.get());
            }
        }
        if (fuel == Fuel.PETROL) {
            throw new IllegalArgumentException(
                    "no emission factor of a %s; allowed are the vehicles of the table"
                            .formatted(vehicle));
        }
        return gramsPerKm(vehicle, Fuel.PETROL, bharatStage);
    }

    private static double particles(EmissionFactor row) {
        return row.gramsPerKm().getOrDefault(Pollutant.PM, 0.0);
    }

    static String name(VehicleClass kind) {
        return switch (kind) {
            case TWO_WHEELER -> "two-wheeler";
            case CAR -> "car";
            case AUTO_RICKSHAW -> "three-wheeler";
        };
    }

    /** PM2.5 of dust on a kilometre of road with 1 g/m2 of silt, g, by the vehicle's mass. */
    static double dustGramsPerKm(double tonnes) {
        return RoadDust.gramsPerVehicleKm(RoadDust.Size.PM25, 1, tonnes);
    }

    /** What a road's silt multiplies that by. */
    static double siltFactor(double gramsPerM2) {
        return StrictMath.pow(gramsPerM2, 0.91);
    }
}
