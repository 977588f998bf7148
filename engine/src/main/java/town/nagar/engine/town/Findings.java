package town.nagar.engine.town;

import town.nagar.engine.people.Mode;

/** What a run found once its hours are over, as slots of {@link Measure}. */
final class Findings {
    private final TownRun run;
    private final Scene scene;
    private final Tally tally;
    private final double length;
    private final double people;
    private double[] out = {};

    Findings(TownRun run) {
        this.run = run;
        this.scene = run.scene;
        this.tally = run.tally;
        this.length = scene.days;
        this.people = scene.agents.peopleAnAgent;
    }

    /** Writes all, one slot a measure. */
    void write(double[] into) {
        out = into;
        writeTravel();
        writeVehicles();
        writeAir();
        writeSources();
        writeWater();
        writePeople();
        writeBusinesses();
        writeRule();
    }

    private void writeTravel() {
        double allTrips = 0;
        for (double one : run.citizens.journeys.trips) {
            allTrips += one;
        }
        double minutes = run.citizens.journeys.minutes();
        put(Measure.CONGESTION, 100 * ratio(tally.get(Tally.CONGESTED), tally.get(Tally.PCU_KM)));
        put(
                Measure.PEAK_CONGESTION,
                100 * ratio(tally.get(Tally.PEAK_CONGESTED), tally.get(Tally.PEAK_PCU_KM)));
        put(Measure.TRIP_MINUTES, ratio(minutes, allTrips));
        put(Measure.TRAVEL_HOURS, minutes / 60 * people / length);
        put(Measure.WALK_TRIPS, run.citizens.journeys.trips[Mode.WALK.ordinal()] * people / length);
        put(
                Measure.CYCLE_TRIPS,
                run.citizens.journeys.trips[Mode.CYCLE.ordinal()] * people / length);
        put(Measure.BUS_TRIPS, run.citizens.journeys.trips[Mode.BUS.ordinal()] * people / length);
        put(
                Measure.AUTO_TRIPS,
                run.citizens.journeys.trips[Mode.AUTO_RICKSHAW.ordinal()] * people / length);
        put(
                Measure.TWO_WHEELER_TRIPS,
                run.citizens.journeys.trips[Mode.TWO_WHEELER.ordinal()] * people / length);
        put(Measure.CAR_TRIPS, run.citizens.journeys.trips[Mode.CAR.ordinal()] * people / length);
    }

    private void writeVehicles() {
        put(Measure.BUS_KM, tally.get(Tally.BUS_KM) / length);
        put(Measure.AUTO_KM, vehicleKm(Mode.AUTO_RICKSHAW) / length);
        put(Measure.TWO_WHEELER_KM, vehicleKm(Mode.TWO_WHEELER) / length);
        put(Measure.CAR_KM, vehicleKm(Mode.CAR) / length);
        put(Measure.FREIGHT_KM, tally.get(Tally.FREIGHT_KM) / length);
    }

    private void writeAir() {
        double hoursOfLight = length * (Tally.DAY_UNTIL - Tally.DAY_FROM);
        double night = length * TownRun.HOURS_A_DAY - hoursOfLight;
        put(
                Measure.PM25,
                (tally.get(Tally.PM25_DAY) + tally.get(Tally.PM25_NIGHT))
                        / (length * TownRun.HOURS_A_DAY));
        put(Measure.PM25_DAY, tally.get(Tally.PM25_DAY) / hoursOfLight);
        put(Measure.PM25_NIGHT, tally.get(Tally.PM25_NIGHT) / night);
        put(Measure.AQI, tally.get(Tally.AQI) / length);
        put(Measure.GOOD_AIR_DAYS, tally.get(Tally.GOOD_DAYS));
        put(Measure.EXPOSURE, run.citizens.meanExposure(run.sky) / (length * TownRun.HOURS_A_DAY));
    }

    private void writeSources() {
        put(Measure.EXHAUST, tally.get(Tally.EXHAUST) / 1000 / length);
        put(Measure.ROAD_DUST, tally.get(Tally.DUST) / 1000 / length);
        put(Measure.OTHER_SOURCES, run.sky.otherGrams() / 1000 / length);
        double carDust =
                run.citizens.journeys.kmByMode[Mode.CAR.ordinal()]
                        * scene.traffic.travel.dust[Mode.CAR.ordinal()];
        double dustThere = ratio(tally.get(Tally.DUST), run.streets.dustSeen());
        double carGrams =
                run.citizens.journeys.carGrams()
                                * ratio(tally.get(Tally.EXHAUST), run.streets.exhaustSeen())
                        + carDust * dustThere;
        put(Measure.CAR_LOAD, carGrams / 1000 / length);
        put(Measure.OUTSIDE, run.sky.outsideHours() / (length * TownRun.HOURS_A_DAY));
    }

    private void writeWater() {
        put(Measure.WATER_SHORTAGE_DAYS, run.pipes.shortDays());
        put(
                Measure.WATER_USED,
                run.pipes.usedM3()
                        * 1000
                        / length
                        / (scene.plan.residents() * scene.policy.outlook().peopleFactor()));
        put(Measure.WATER_LOST, 100 * ratio(run.pipes.leakedM3(), run.pipes.putM3()));
    }

    private void writePeople() {
        put(Measure.SATISFACTION, 100 * run.citizens.wellbeing.contentDays() / length);
        double wages = run.citizens.wellbeing.wagesPaise();
        double wanted = run.citizens.wellbeing.wagesIfFreePaise();
        put(
                Measure.PRODUCTIVITY,
                100 * ratio(wages + run.shops.turnoverPaise(), wanted + run.shops.wantedPaise()));
        put(Measure.CITIZEN_INCOME, wages / 100 / length / scene.agents.citizens);
        put(
                Measure.FARM_INCOME,
                run.fields.earnedRupees() / length / Math.max(1, scene.fields.farms));
        put(Measure.FOOD_PRICE, 100 * tally.get(Tally.FOOD) / length);
        put(Measure.YIELD, 100 * run.fields.growth.yieldShare());
    }

    /** Of one business. */
    private void writeBusinesses() {
        double shops = Math.max(1, scene.shops.shops);
        put(Measure.BUSINESS_TURNOVER, run.shops.turnoverPaise() / 100 / length / shops);
        put(Measure.BUSINESS_STAFF, run.shops.staffHours() / length / shops);
        put(Measure.BUSINESS_WATER, run.shops.waterLitres() / length / shops);
        put(Measure.BUSINESS_DELIVERIES, run.shops.deliveries() / length / shops);
    }

    private void writeRule() {
        double bothWays = 2 * people / length;
        put(Measure.RESTRICTED_TRIPS, run.citizens.conduct.restrictedTrips() * bothWays);
        put(Measure.OBEYING_TRIPS, run.citizens.conduct.heededTrips() * bothWays);
    }

    private double vehicleKm(Mode mode) {
        int slot = mode.ordinal();
        return run.citizens.journeys.kmByMode[slot] * scene.traffic.travel.vehicles[slot];
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private void put(Measure measure, double value) {
        out[measure.ordinal()] = value;
    }
}
