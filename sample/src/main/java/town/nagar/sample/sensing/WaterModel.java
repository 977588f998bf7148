package town.nagar.sample.sensing;

import java.util.Arrays;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Values;
import town.nagar.norms.water.Supply;
import town.nagar.sample.chance.Chance;

/** A meter, logger, gauge or probe of a ward's water. */
final class WaterModel implements SensorModel {
    private static final double[] HOUSEHOLDS = {
        .25, .20, .20, .25, .50, 1.10, 1.90, 2.10, 1.85, 1.45, 1.15, 1.05, 1.05, .95, .85, .85, .95,
        1.15, 1.45, 1.55, 1.30, .95, .60, .35
    };
    private static final double[] SHOPS = {
        .1, .1, .1, .1, .1, .1, .2, .4, .8, 1.4, 2.0, 2.2, 2.2, 1.9, 1.7, 1.9, 2.1, 2.2, 2.1, 1.6,
        1.0, .5, .2, .1
    };
    private static final double[] SHIFTS = {
        .3, .3, .3, .3, .3, .5, 1.2, 1.6, 1.7, 1.7, 1.6, 1.5, 1.2, 1.4, 1.6, 1.6, 1.6, 1.5, 1.4,
        1.2, .9, .6, .4, .3
    };
    private static final double MEAN_OF_HOUSEHOLDS =
            Arrays.stream(HOUSEHOLDS).average().orElseThrow();
    private static final double GREATEST = 2.1;
    private static final double SECONDS_A_DAY = 86_400;
    private static final double LITRES_A_PERSON = Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay();
    private static final double DELIVERED_SHARE = 1 - Supply.MAX_LOSS_SHARE;
    private static final double PEOPLE_IF_UNKNOWN = 3_500;

    private final int number;
    private final String type;
    private final int intervalSeconds;
    private final int ward;
    private final double people;
    private final double stillBar;
    private final double peakBar;
    private final Leaks leaks;
    private final TownWeather weather;
    private final Chance chance;

    /**
     * @param number of the sensor, from 0
     * @param ward the number of its ward, from 0
     */
    WaterModel(
            int number,
            int ward,
            Sensor sensor,
            Place zone,
            Leaks leaks,
            TownWeather weather,
            Chance chance) {
        this.number = number;
        this.type = sensor.type();
        this.intervalSeconds = sensor.intervalSeconds();
        this.ward = ward;
        this.people = zone.figures().getOrDefault("population", PEOPLE_IF_UNKNOWN);
        this.stillBar = Double.parseDouble(sensor.labels().getOrDefault("still_bar", "2.2"));
        this.peakBar = Double.parseDouble(sensor.labels().getOrDefault("peak_bar", "1.6"));
        this.leaks = leaks;
        this.weather = weather;
        this.chance = chance;
    }

    @Override
    public Optional<Values> at(TownTime time) {
        Measured measured = new Measured(Domain.WATER);
        switch (type) {
            case "zone_inlet_meter" ->
                    setFlow(inflowLps(time), measured).set("pressure_bar", pressureBar(time), 2);
            case "pressure_logger" -> measured.set("pressure_bar", pressureBar(time), 2);
            case "commercial_meter" -> setFlow(usedLps(2_500, SHOPS, 0.3, time), measured);
            case "industrial_meter" -> setFlow(usedLps(24_000, SHIFTS, 0.35, time), measured);
            case "tank_level" -> measured.set("tank_level", tankLevelM(time), 2);
            case "quality_probe" -> setQuality(time, measured);
            default -> setFlow(usedLps(householdLitres(), HOUSEHOLDS, 1.1, time), measured);
        }
        return Optional.of(measured.values());
    }

    private Measured setFlow(double litresPerSecond, Measured measured) {
        return measured.set("flow_rate", litresPerSecond, 3)
                .set("consumption_liters", litresPerSecond * intervalSeconds, 1);
    }

    /** A house of one to eight families. */
    private double householdLitres() {
        return LITRES_A_PERSON * 4.5 * (1 + chance.below("families", number, 0, 8));
    }

    /**
     * @param litresADay on a working day
     * @param sundayShare of that on Sundays
     */
    private double usedLps(double litresADay, double[] hours, double sundayShare, TownTime time) {
        double mean = Arrays.stream(hours).average().orElseThrow();
        double day = time.isSunday() ? sundayShare : 1;
        double noise = StrictMath.exp(0.35 * chance.normal("use", number, step(time)));
        return litresADay / SECONDS_A_DAY * time.ofHours(hours) / mean * day * heat(time) * noise;
    }

    /** What the ward draws through its inlet: people's use, the usual losses and bursts. */
    private double inflowLps(TownTime time) {
        double used = people * LITRES_A_PERSON / SECONDS_A_DAY;
        double lost = used * (1 - DELIVERED_SHARE) / DELIVERED_SHARE;
        double noise = 1 + 0.02 * chance.normal("inflow", number, step(time));
        return (used * habit(time) * heat(time) + lost) * noise + leaks.litresPerSecond(ward, time);
    }

    /** Use now as a multiple of the day's mean. */
    private double habit(TownTime time) {
        double drift = StrictMath.exp(0.05 * chance.curve("ward use", ward, time.hours() / 3));
        double late = time.isSunday() ? 1.0 : 0.0;
        TownTime asHabit =
                new TownTime(
                        time.day(),
                        Math.max(0, time.hour() - late),
                        time.weekday(),
                        time.month(),
                        time.hours());
        return asHabit.ofHours(HOUSEHOLDS) / MEAN_OF_HOUSEHOLDS * drift;
    }

    private double heat(TownTime time) {
        double noon =
                weather.at(
                                new TownTime(
                                        time.day(),
                                        14,
                                        time.weekday(),
                                        time.month(),
                                        time.day() * 24.0 + 14))
                        .temperatureC();
        return 1 + 0.012 * (noon - 33);
    }

    /** Falls from the still to the peak pressure by Hazen-Williams' power of the flow. */
    private double pressureBar(TownTime time) {
        double share = habit(time) * MEAN_OF_HOUSEHOLDS / GREATEST;
        double burst = 0.09 * leaks.litresPerSecond(ward, time);
        double noise = 0.012 * chance.normal("pressure", number, step(time));
        return Math.max(
                0.05,
                stillBar - (stillBar - peakBar) * StrictMath.pow(share, 1.852) - burst + noise);
    }

    /** Filled evenly over the day, drawn as people use it. */
    private double tankLevelM(TownTime time) {
        double balance = 0;
        for (int hour = 0; hour < 24 && hour < time.hour(); hour++) {
            balance +=
                    (1 - HOUSEHOLDS[hour] / MEAN_OF_HOUSEHOLDS) * Math.min(1, time.hour() - hour);
        }
        double drift = 0.15 * chance.curve("tank", number, time.hours() / 12);
        return Math.clamp(2.9 + 0.32 * balance + drift, 0.6, 4.8);
    }

    private void setQuality(TownTime time, Measured measured) {
        double slow = time.hours() / 8;
        double muddy = time.ofMonths(.5, .5, .5, .5, .6, 1.0, 1.6, 1.5, 1.0, .7, .5, .5);
        measured.set("ph", 7.4 + 0.12 * chance.curve("ph", number, slow), 2)
                .set(
                        "turbidity",
                        muddy * StrictMath.exp(0.3 * chance.curve("turbid", number, slow)),
                        2)
                .set(
                        "free_chlorine",
                        Math.max(0.05, 0.42 + 0.12 * chance.curve("chlorine", number, slow)),
                        2)
                .set("tds", 330 + 18 * chance.curve("tds", number, slow), 0);
    }

    private static long step(TownTime time) {
        return Math.round(time.hours() * 3_600);
    }
}
