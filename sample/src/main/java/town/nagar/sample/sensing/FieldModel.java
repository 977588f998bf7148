package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.sensing.TownWeather.Sky;

/** A soil probe in a field: dries from one irrigation or rain to the next, greens in its season. */
final class FieldModel implements SensorModel {
    private static final double IRRIGATION_FROM = 6;
    private static final double IRRIGATION_UNTIL = 8;
    private static final double IRRIGATION_MM = 50;

    private final int number;
    private final double fieldCapacity;
    private final double wiltingPoint;
    private final boolean rabi;
    private final int daysBetween;
    private final double hoursBetween;
    private final TownWeather weather;
    private final Chance chance;

    /**
     * @param number of the field, from 0
     */
    FieldModel(int number, int intervalSeconds, Place field, TownWeather weather, Chance chance) {
        this.number = number;
        this.fieldCapacity = field.figures().getOrDefault("field_capacity", 28.0);
        this.wiltingPoint = field.figures().getOrDefault("wilting_point", 14.0);
        this.rabi = field.label("season").equals("rabi");
        this.daysBetween = 8 + chance.below("irrigation", number, 0, 7);
        this.hoursBetween = intervalSeconds / 3_600.0;
        this.weather = weather;
        this.chance = chance;
    }

    @Override
    public Optional<Values> at(TownTime time) {
        Sky sky = weather.at(time);
        double grown = grownShare(time);
        boolean irrigates =
                grown > 0.05
                        && daysSinceIrrigation(time) < 1
                        && time.hour() > IRRIGATION_FROM
                        && time.hour() <= IRRIGATION_UNTIL;
        double hours = IRRIGATION_UNTIL - IRRIGATION_FROM;
        double soilC =
                0.6 * sky.temperatureC()
                        + 0.4 * time.ofMonths(20, 22, 27, 31, 33, 32, 29, 28, 29, 28, 24, 21);
        boolean wetLeaf = sky.rainMmPerHour() > 0 || sky.humidityPercent() > 88;
        return Optional.of(
                new Measured(Domain.AGRICULTURE)
                        .set("soil_moisture", moisturePercent(time, grown), 1)
                        .set("soil_temperature", soilC, 1)
                        .set(
                                "ndvi",
                                0.16
                                        + 0.62 * grown
                                        + 0.015 * chance.curve("ndvi", number, time.hours() / 48),
                                3)
                        .set(
                                "irrigation_mm",
                                irrigates ? IRRIGATION_MM * hoursBetween / hours : 0,
                                1)
                        .set("temperature", sky.temperatureC() - 0.6, 1)
                        .set("humidity", sky.humidityPercent() + 3, 0)
                        .set("leaf_wetness", wetLeaf ? 85 : 4, 0)
                        .values());
    }

    /** How green the crop is, 0 to 1: kharif grows June to October, rabi November to March. */
    private double grownShare(TownTime time) {
        return rabi
                ? time.ofMonths(.85, 1, .6, .05, 0, 0, 0, 0, 0, .02, .15, .5)
                : time.ofMonths(0, 0, 0, 0, 0, .12, .5, .9, 1, .6, .15, 0);
    }

    private double daysSinceIrrigation(TownTime time) {
        long first = Math.floorMod(time.day() + number, (long) daysBetween);
        return first + time.hour() / 24;
    }

    /** Water in the soil: full after irrigation, and a fifteenth of it goes each day; rain adds. */
    private double moisturePercent(TownTime time, double grown) {
        double room = fieldCapacity - wiltingPoint;
        double dry = wiltingPoint + 0.15 * room;
        double since = daysSinceIrrigation(time) - IRRIGATION_UNTIL / 24;
        double days = since < 0 ? since + daysBetween : since;
        double irrigated = grown > 0.05 ? (1 - 0.075 * days) * (fieldCapacity - dry) : 0;
        double noise = 0.25 * chance.curve("moisture", number, time.hours() / 2);
        return Math.min(fieldCapacity + 3, dry + Math.max(irrigated, rained(time, room)) + noise);
    }

    private double rained(TownTime time, double room) {
        double held = 0;
        for (int ago = 4; ago >= 1; ago--) {
            double mm = weather.rainOfDayMm(time.day() - ago, time);
            held = Math.min(room, held * 0.9 + mm * 0.25);
        }
        return held;
    }
}
