package town.nagar.engine.town.plan;

import java.util.List;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.ModeTaste;
import town.nagar.engine.people.VehicleClass;

/**
 * How many agents stand for the town, and what they are like. A citizen stands for as many people
 * as residents over citizens, and so does each agent's trip.
 */
public record Population(
        Numbers numbers, Households households, Travelling travelling, Conduct conduct) {
    /**
     * How many agents of each sort there are.
     *
     * @param citizens 1 or more
     * @param vehicles of the citizens' households, from 0
     * @param businesses from 0
     * @param farms from 0
     */
    public record Numbers(int citizens, int vehicles, int businesses, int farms) {
        private static final int MOST = 10_000_000;

        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Numbers {
            Ranges.requireBetween("citizens", citizens, 1, MOST);
            Ranges.requireBetween("vehicles", vehicles, 0, MOST);
            Ranges.requireBetween("businesses", businesses, 0, MOST);
            Ranges.requireBetween("farms", farms, 0, MOST);
        }
    }

    /**
     * What households own and earn.
     *
     * @param fleet what the vehicles are; shares add up to 1
     * @param secondCarShare of the households with a car those with another, 0 to 1
     * @param incomeRupeesPerDay median of a working citizen, above 0
     */
    public record Households(
            List<FleetPart> fleet, double secondCarShare, double incomeRupeesPerDay) {
        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Households {
            fleet = List.copyOf(fleet);
            double sum = fleet.stream().mapToDouble(FleetPart::share).sum();
            Ranges.requireBetween("shares of the fleet together", sum, 0.999, 1.001);
            Ranges.requireBetween("second car share", secondCarShare, 0, 1);
            Ranges.requireAbove("income, Rs/day", incomeRupeesPerDay, 0);
        }
    }

    /**
     * Who travels, and by what that is nobody's own.
     *
     * @param taste by which citizens choose a mode
     * @param share of citizens on a working day: those with work or school elsewhere, 0 to 1
     * @param sundayShare of those who travel on a Sunday too, 0 to 1
     * @param busesPerHour on each road with buses in an ordinary hour of the day, from 0
     * @param electricRickshawShare of the hired rickshaws, 0 to 1
     */
    public record Travelling(
            ModeTaste taste,
            double share,
            double sundayShare,
            double busesPerHour,
            double electricRickshawShare) {
        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Travelling {
            Ranges.requireBetween("travelling share", share, 0, 1);
            Ranges.requireBetween("Sunday share", sundayShare, 0, 1);
            Ranges.requireBetween("buses an hour", busesPerHour, 0, 1000);
            Ranges.requireBetween("electric rickshaw share", electricRickshawShare, 0, 1);
        }

        /** The same with other buses. */
        public Travelling withBusesPerHour(double other) {
            return new Travelling(taste, share, sundayShare, other, electricRickshawShare);
        }
    }

    /**
     * How people take rules.
     *
     * @param obedience log-odds of obeying a rule unwatched, see {@link
     *     town.nagar.engine.people.Obedience}
     * @param neighbourInfluence from 0
     */
    public record Conduct(double obedience, double neighbourInfluence) {
        /**
         * @throws IllegalArgumentException naming the value and what is allowed
         */
        public Conduct {
            Ranges.requireBetween("obedience", obedience, -50, 50);
            Ranges.requireBetween("neighbours' influence", neighbourInfluence, 0, 50);
        }
    }

    /** Walk, cycle, bus, rickshaw, two-wheeler, car; beyond time and money. */
    private static final List<Double> CONSTANTS = List.of(0.6, -1.0, -0.4, -0.9, 0.4, 0.6);

    private static final List<Double> RUPEES_A_KM = List.of(0.0, 0.2, 1.2, 8.0, 2.2, 7.0);
    private static final List<Double> COMFORT = List.of(0.3, 0.2, 0.3, 0.5, 0.6, 1.0);

    /**
     * Logit by time and money whose value of time is Rs 100 an hour: within the prior of Rs 50 to
     * 200. Constants are assumptions.
     */
    public static final ModeTaste TYPICAL_TASTE =
            new ModeTaste(CONSTANTS, -0.05, -0.03, 1.0, RUPEES_A_KM, COMFORT);

    /** Two-wheelers 80 %, cars 16 %, rickshaws 4 % of households' vehicles; an assumption. */
    public static final List<FleetPart> TYPICAL_FLEET =
            List.of(
                    new FleetPart(VehicleClass.TWO_WHEELER, Fuel.PETROL, 3, 0.30),
                    new FleetPart(VehicleClass.TWO_WHEELER, Fuel.PETROL, 6, 0.46),
                    new FleetPart(VehicleClass.TWO_WHEELER, Fuel.ELECTRIC, 6, 0.04),
                    new FleetPart(VehicleClass.CAR, Fuel.PETROL, 3, 0.02),
                    new FleetPart(VehicleClass.CAR, Fuel.PETROL, 6, 0.07),
                    new FleetPart(VehicleClass.CAR, Fuel.DIESEL, 4, 0.03),
                    new FleetPart(VehicleClass.CAR, Fuel.CNG, 6, 0.035),
                    new FleetPart(VehicleClass.CAR, Fuel.ELECTRIC, 6, 0.005),
                    new FleetPart(VehicleClass.AUTO_RICKSHAW, Fuel.CNG, 6, 0.04));

    /** The design's town: 10,000 citizens, 5,000 vehicles, 500 businesses, 200 farms. */
    public static final Population DESIGN = typical(10_000, 5_000, 500, 200);

    /** Agents of which no more than their number is known. */
    public static Population typical(int citizens, int vehicles, int businesses, int farms) {
        return new Population(
                new Numbers(citizens, vehicles, businesses, farms),
                new Households(TYPICAL_FLEET, 0.1, 600),
                new Travelling(TYPICAL_TASTE, 0.75, 0.45, 6, 0.15),
                new Conduct(1.0, 0.5));
    }

    /** The same sort of people in other numbers. */
    public Population withNumbers(Numbers other) {
        return new Population(other, households, travelling, conduct);
    }

    /** The same people with other possessions. */
    public Population withHouseholds(Households other) {
        return new Population(numbers, other, travelling, conduct);
    }

    /** The same people on other travels. */
    public Population withTravelling(Travelling other) {
        return new Population(numbers, households, other, conduct);
    }

    /** The same people with another way to take rules. */
    public Population withConduct(Conduct other) {
        return new Population(numbers, households, travelling, other);
    }

    public int citizens() {
        return numbers.citizens;
    }

    public int vehicles() {
        return numbers.vehicles;
    }

    public int businesses() {
        return numbers.businesses;
    }

    public int farms() {
        return numbers.farms;
    }

    /** All agents. */
    public int agents() {
        return numbers.citizens + numbers.vehicles + numbers.businesses + numbers.farms;
    }
}
