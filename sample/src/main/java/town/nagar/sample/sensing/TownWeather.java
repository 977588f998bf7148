package town.nagar.sample.sensing;

import town.nagar.sample.chance.Chance;

/** The sky over the town: a semi-arid year with a monsoon from June to September. */
final class TownWeather {
    /** Latitude of the sample, for the height of the sun. */
    private static final double LATITUDE = 23;

    private final Chance chance;

    /**
     * What everything else depends on.
     *
     * @param rainMmPerHour as it falls now
     * @param inversion 0 none to 1: how firmly cold air lies under warm
     */
    record Sky(
            double temperatureC,
            double humidityPercent,
            double rainMmPerHour,
            double windMPerS,
            double cloudShare,
            double radiationWPerM2,
            double inversion) {}

    TownWeather(Chance chance) {
        this.chance = chance;
    }

    Sky at(TownTime time) {
        double rain = rainMmPerHour(time);
        double cloud = cloudShare(time, rain);
        double temperature = temperatureC(time, cloud);
        double inversion = inversion(time);
        return new Sky(
                temperature,
                humidityPercent(time, temperature, rain),
                rain,
                windMPerS(time, inversion),
                cloud,
                radiationWPerM2(time, cloud),
                inversion);
    }

    private double temperatureC(TownTime time, double cloud) {
        double most = time.ofMonths(28, 31, 36, 40, 42, 39, 34, 32, 34, 36, 33, 29);
        double least = time.ofMonths(12, 14, 19, 24, 27, 27, 26, 25, 24, 21, 16, 13);
        double warmth = 0.5 + 0.5 * StrictMath.sin((time.hour() - 9.2) / 24 * 2 * StrictMath.PI);
        double spell = 1.8 * chance.curve("warm spell", 0, time.hours() / 80);
        return least + (most - least) * (warmth - 0.12 * cloud * warmth) + spell;
    }

    /** How much it rains; showers last some hours. */
    double rainMmPerHour(TownTime time) {
        double threshold =
                time.ofMonths(3.4, 3.6, 3.6, 3.6, 3.2, 2.0, 1.25, 1.35, 1.9, 2.9, 3.4, 3.5);
        double shower = chance.curve("shower", 0, time.hours() / 5);
        double season = 0.35 * chance.curve("wet spell", 0, time.hours() / 90);
        return Math.max(0, shower + season - threshold) * 9;
    }

    private double cloudShare(TownTime time, double rain) {
        double usual = time.ofMonths(.15, .12, .12, .15, .2, .5, .8, .8, .5, .2, .15, .15);
        double varied = usual + 0.2 * chance.curve("cloud", 0, time.hours() / 9);
        return rain > 0 ? Math.clamp(0.85 + rain / 50, 0, 1) : Math.clamp(varied, 0, 1);
    }

    private double humidityPercent(TownTime time, double temperature, double rain) {
        double usual = time.ofMonths(48, 42, 36, 34, 42, 58, 76, 80, 70, 50, 45, 48);
        double mean = time.ofMonths(20, 22.5, 27.5, 32, 34.5, 33, 30, 28.5, 29, 28.5, 24.5, 21);
        double drift = 4 * chance.curve("moist", 0, time.hours() / 30);
        double now = usual - 2.2 * (temperature - mean) + drift;
        return Math.clamp(rain > 0 ? Math.max(now, 92) : now, 9, 99);
    }

    private double windMPerS(TownTime time, double inversion) {
        double usual = time.ofMonths(1.8, 1.9, 2.2, 2.6, 3.8, 4.2, 3.6, 3.0, 2.2, 1.5, 1.4, 1.6);
        double day = 0.75 + 0.45 * StrictMath.sin((time.hour() - 8.5) / 24 * 2 * StrictMath.PI);
        double gust = StrictMath.exp(0.35 * chance.curve("gust", 0, time.hours() / 3));
        return Math.max(0.2, usual * day * gust * (1 - 0.7 * inversion));
    }

    /** Degrees from north that the wind comes from: south-west in the monsoon, else north-east. */
    double windDirection(TownTime time) {
        double usual = time.ofMonths(30, 320, 290, 270, 240, 230, 225, 230, 260, 340, 40, 40);
        double turned = usual + 35 * chance.curve("wind turn", 0, time.hours() / 6);
        return (turned % 360 + 360) % 360;
    }

    double pressureHpa(TownTime time) {
        double usual =
                time.ofMonths(1009, 1007, 1004, 1001, 997, 994, 993, 995, 999, 1004, 1008, 1009);
        double tide = 1.3 * StrictMath.cos((time.hour() - 10) / 12 * 2 * StrictMath.PI);
        return usual + tide + 1.5 * chance.curve("pressure", 0, time.hours() / 60);
    }

    private static double radiationWPerM2(TownTime time, double cloud) {
        double declination =
                StrictMath.toRadians(23.45)
                        * StrictMath.sin((time.month() - 2.2) / 12 * 2 * StrictMath.PI);
        double latitude = StrictMath.toRadians(LATITUDE);
        double turn = StrictMath.toRadians((time.hour() - 12.6) * 15);
        double height =
                StrictMath.sin(latitude) * StrictMath.sin(declination)
                        + StrictMath.cos(latitude)
                                * StrictMath.cos(declination)
                                * StrictMath.cos(turn);
        return Math.max(0, height) * 1_030 * (1 - 0.7 * cloud);
    }

    /** Whether and how firmly the night that holds this moment, from 18 to 10, is inverted. */
    private double inversion(TownTime time) {
        long night = time.hour() < 12 ? time.day() - 1 : time.day();
        double sinceDusk = time.hour() < 12 ? time.hour() + 6 : time.hour() - 18;
        if (sinceDusk < 0 || sinceDusk > 16 || !isInverted(night, time)) {
            return 0;
        }
        double strength = chance.between("inversion strength", night, 0, 0.5, 1);
        return strength * StrictMath.sin(StrictMath.PI * sinceDusk / 16);
    }

    /** Whether the night that begins on a day is one of still, inverted air. */
    boolean isInverted(long day, TownTime time) {
        double share = time.ofMonths(.5, .35, .15, .05, .02, 0, 0, 0, .03, .2, .4, .5);
        return chance.happens("inversion", day, 0, share);
    }

    /** Rain of a whole local day, in millimetres, summed every three hours. */
    double rainOfDayMm(long day, TownTime near) {
        double sum = 0;
        for (int hour = 1; hour < 24; hour += 3) {
            sum +=
                    3
                            * rainMmPerHour(
                                    new TownTime(
                                            day,
                                            hour,
                                            near.weekday(),
                                            near.month(),
                                            day * 24.0 + hour));
        }
        return sum;
    }
}
