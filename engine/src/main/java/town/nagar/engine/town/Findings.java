package town.nagar.engine.town;

import town.nagar.engine.people.Mode;

/** What a run found once its hours are over, as slots of {@link Measure}. */
final class Findings {
    private final TownRun run;
    private final Scene scene;
    private final double[] sums;
    private final double length;
    private final double people;
    private double[] out = {};

    /**
     * @param sums of the run since it began
     */
    Findings(TownRun run, double[] sums) {
        this.run = run;
        this.scene = run.scene;
        this.sums = sums;
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
        writeRule();
    }

    private void writeTravel() {
        double allTrips = 0;
        for (double one : run.citizens.trips) {
            allTrips += one;
        }
        double minutes = run.citizens.sums[Citizenry.MINUTES];
        put(Measure.CONGESTION, 100 * ratio(sums[TownRun.CONGESTED], sums[TownRun.PCU_KM]));
        put(
                Measure.PEAK_CONGESTION,
                100 * ratio(sums[TownRun.PEAK_CONGESTED], sums[TownRun.PEAK_PCU_KM]));
        put(Measure.TRIP_MINUTES, ratio(minutes, allTrips));
        put(Measure.TRAVEL_HOURS, minutes / 60 * people / length);
        put(Measure.WALK_TRIPS, run.citizens.trips[Mode.WALK.ordinal()] * people / length);
        put(Measure.CYCLE_TRIPS, run.citizens.trips[Mode.CYCLE.ordinal()] * people / length);
        put(Measure.BUS_TRIPS, run.citizens.trips[Mode.BUS.ordinal()] * people / length);
        put(Measure.AUTO_TRIPS, run.citizens.trips[Mode.AUTO_RICKSHAW.ordinal()] * people / length);
        put(
                Measure.TWO_WHEELER_TRIPS,
                run.citizens.trips[Mode.TWO_WHEELER.ordinal()] * people / length);
        put(Measure.CAR_TRIPS, run.citizens.trips[Mode.CAR.ordinal()] * people / length);
    }

    private void writeVehicles() {
        put(Measure.BUS_KM, sums[TownRun.BUS_KM] / length);
        put(Measure.AUTO_KM, vehicleKm(Mode.AUTO_RICKSHAW) / length);
        put(Measure.TWO_WHEELER_KM, vehicleKm(Mode.TWO_WHEELER) / length);
        put(Measure.CAR_KM, vehicleKm(Mode.CAR) / length);
        put(Measure.FREIGHT_KM, sums[TownRun.FREIGHT_KM] / length);
    }

    private void writeAir() {
        double hoursOfLight = length * (TownRun.DAY_UNTIL - TownRun.DAY_FROM);
        double night = length * TownRun.HOURS_A_DAY - hoursOfLight;
        put(
                Measure.PM25,
                (sums[TownRun.PM25_DAY] + sums[TownRun.PM25_NIGHT])
                        / (length * TownRun.HOURS_A_DAY));
        put(Measure.PM25_DAY, sums[TownRun.PM25_DAY] / hoursOfLight);
        put(Measure.PM25_NIGHT, sums[TownRun.PM25_NIGHT] / night);
        put(Measure.AQI, sums[TownRun.AQI] / length);
        put(Measure.GOOD_AIR_DAYS, sums[TownRun.GOOD_DAYS]);
        put(Measure.EXPOSURE, run.citizens.meanExposure(run.sky) / (length * TownRun.HOURS_A_DAY));
    }

    private void writeSources() {
        put(Measure.EXHAUST, sums[TownRun.EXHAUST] / 1000 / length);
        put(Measure.ROAD_DUST, sums[TownRun.DUST] / 1000 / length);
        put(Measure.OTHER_SOURCES, run.sky.otherGrams() / 1000 / length);
        double carDust =
                run.citizens.kmByMode[Mode.CAR.ordinal()]
                        * scene.traffic.travel.dust[Mode.CAR.ordinal()];
        double dustThere = ratio(sums[TownRun.DUST], run.streets.dustSeen());
        double carGrams =
                run.citizens.sums[Citizenry.CAR_GRAMS]
                                * ratio(sums[TownRun.EXHAUST], run.streets.exhaustSeen())
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
        put(Measure.SATISFACTION, 100 * run.citizens.sums[Citizenry.CONTENT] / length);
        double wages = run.citizens.sums[Citizenry.WAGES];
        double wanted = run.citizens.sums[Citizenry.WAGES_IF_FREE];
        put(
                Measure.PRODUCTIVITY,
                100 * ratio(wages + run.shops.turnoverPaise(), wanted + run.shops.wantedPaise()));
        put(Measure.CITIZEN_INCOME, wages / 100 / length / scene.agents.citizens);
        put(
                Measure.BUSINESS_TURNOVER,
                run.shops.turnoverPaise() / 100 / length / Math.max(1, scene.shops.shops));
        put(
                Measure.FARM_INCOME,
                run.fields.earnedRupees() / length / Math.max(1, scene.fields.farms));
        put(Measure.FOOD_PRICE, 100 * sums[TownRun.FOOD] / length);
        put(Measure.YIELD, 100 * run.fields.yieldShare());
    }

    private void writeRule() {
        double bothWays = 2 * people / length;
        put(Measure.RESTRICTED_TRIPS, run.citizens.sums[Citizenry.RESTRICTED] * bothWays);
        put(Measure.OBEYING_TRIPS, run.citizens.sums[Citizenry.HEEDED] * bothWays);
    }

    private double vehicleKm(Mode mode) {
        int slot = mode.ordinal();
        return run.citizens.kmByMode[slot] * scene.traffic.travel.vehicles[slot];
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private void put(Measure measure, double value) {
        out[measure.ordinal()] = value;
    }
}
