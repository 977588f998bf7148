package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.sensing.TownWeather.Sky;

/** A continuous air station: season, traffic hours, wind, rain, still nights and fireworks. */
final class AirModel implements SensorModel {
    private static final double[] EXHAUST = {
        .5, .4, .35, .35, .4, .55, .8, 1.1, 1.4, 1.45, 1.2, 1.0, .9, .85, .8, .85, .95, 1.15, 1.4,
        1.5, 1.45, 1.25, 1.0, .7
    };

    private final int number;
    private final double exhaustShare;
    private final double sootShare;
    private final double sulphurShare;
    private final TownWeather weather;
    private final FireworkNights fireworks;
    private final Chance chance;

    /**
     * @param number of the station, from 0
     */
    AirModel(
            int number,
            Place station,
            TownWeather weather,
            FireworkNights fireworks,
            Chance chance) {
        this.number = number;
        String surroundings = station.label("surroundings");
        this.exhaustShare =
                switch (surroundings) {
                    case "traffic" -> 1.45;
                    case "commercial" -> 1.2;
                    case "background" -> 0.55;
                    default -> 1.0;
                };
        this.sootShare = surroundings.equals("background") ? 0.78 : 0.92 + 0.12 * exhaustShare;
        this.sulphurShare = surroundings.equals("industrial") ? 2.2 : 1;
        this.weather = weather;
        this.fireworks = fireworks;
        this.chance = chance;
    }

    @Override
    public Optional<Values> at(TownTime time) {
        Sky sky = weather.at(time);
        double trapped =
                (1 + 1.6 * sky.inversion()) * StrictMath.pow(2.6 / (sky.windMPerS() + 0.8), 0.55);
        double washed = StrictMath.exp(-0.2 * Math.min(8, sky.rainMmPerHour()));
        double exhaust = time.ofHours(EXHAUST) * exhaustShare * (time.isSunday() ? 0.75 : 1);
        double smoke = smokeMicrograms(time);
        double pm25 = fineDust(time) * trapped * washed * (0.8 + 0.25 * exhaust) + smoke;
        Measured measured = new Measured(Domain.POLLUTION);
        measured.set("pm25", Math.max(2, pm25), 1);
        measured.set("pm10", Math.max(5, coarseDust(time, sky, washed) + pm25 * 1.35), 1);
        setGases(measured, time, sky, exhaust * trapped, smoke);
        measured.set("temperature", sky.temperatureC(), 1);
        measured.set("humidity", sky.humidityPercent(), 0);
        return Optional.of(measured.values());
    }

    private double fineDust(TownTime time) {
        double season = time.ofMonths(62, 50, 42, 36, 30, 24, 17, 16, 22, 42, 62, 66);
        double region = StrictMath.exp(0.22 * chance.curve("haze", 0, time.hours() / 40));
        double local = StrictMath.exp(0.12 * chance.curve("local haze", number, time.hours() / 2));
        return season * sootShare * region * local;
    }

    private double coarseDust(TownTime time, Sky sky, double washed) {
        double season = time.ofMonths(55, 60, 75, 85, 90, 60, 20, 18, 30, 55, 60, 55);
        double lifted = 0.7 + 0.3 * Math.max(0, sky.windMPerS() - 2.5);
        double local = StrictMath.exp(0.15 * chance.curve("coarse", number, time.hours() / 2));
        return season * lifted * local * washed * washed;
    }

    /** Smoke of fireworks, from 18 o'clock, most before midnight, gone by next noon. */
    private double smokeMicrograms(TownTime time) {
        boolean morning = time.hour() < 12;
        double since = morning ? time.hour() + 6 : time.hour() - 18;
        boolean burns = fireworks.hold(time.date().minusDays(morning ? 1 : 0));
        if (!burns || since < 0) {
            return 0;
        }
        double rise = Math.min(1, since / 4.5);
        double fall = StrictMath.exp(-Math.max(0, since - 6) / 4);
        return 420 * rise * fall * sootShare;
    }

    private void setGases(Measured measured, TownTime time, Sky sky, double exhaust, double smoke) {
        double no2 = (9 + 17 * exhaust) * noise("no2", time);
        double no = 7 * exhaust * noise("no", time);
        double sun = sky.radiationWPerM2() / 900;
        double o3 = Math.max(4, (22 + 62 * sun - 0.25 * no2) * noise("o3", time));
        measured.set("no2", no2, 1);
        measured.set("no", no, 1);
        measured.set("nox", no2 / 1.880 + no / 1.227, 1);
        measured.set("so2", (6 * sulphurShare + 0.12 * smoke) * noise("so2", time), 1);
        measured.set("o3", o3, 1);
        measured.set("co", (0.25 + 0.38 * exhaust + smoke / 400) * noise("co", time), 2);
        measured.set("nh3", (11 + 5 * exhaust) * noise("nh3", time), 1);
    }

    private double noise(String gas, TownTime time) {
        return StrictMath.exp(0.13 * chance.curve(gas, number, time.hours() * 1.5));
    }
}
