package town.nagar.engine.agriculture;

/** Evaporation of a well-watered lawn, ET0, by FAO-56 (Allen, Pereira, Raes, Smith 1998). */
public final class PenmanMonteith {
    private PenmanMonteith() {}

    /** Pressure of saturated vapour, kPa, equation 11. */
    public static double saturationKpa(double celsius) {
        return 0.6108 * StrictMath.exp(17.27 * celsius / (celsius + 237.3));
    }

    /** Slope of the saturation curve, kPa/C, equation 13. */
    public static double slopeKpaPerC(double celsius) {
        double bottom = celsius + 237.3;
        return 4098 * saturationKpa(celsius) / (bottom * bottom);
    }

    /** Psychrometric constant, kPa/C, equations 7 and 8. */
    public static double psychrometricKpaPerC(double altitudeMetres) {
        return 0.665e-3
                * 101.3
                * StrictMath.exp(5.26 * StrictMath.log((293 - 0.0065 * altitudeMetres) / 293));
    }

    /** Heat that soil takes up in a month, MJ/m2 day, from this month's and the last's mean. */
    public static double monthlySoilHeat(double monthC, double previousC) {
        return 0.14 * (monthC - previousC);
    }

    /** Wind at 2 m from wind at another height, equation 47. */
    public static double windAtTwoMetres(double metresPerSecond, double heightMetres) {
        return metresPerSecond * 4.87 / StrictMath.log(67.8 * heightMetres - 5.42);
    }

    /**
     * ET0, mm/day, equation 6; never negative.
     *
     * @param maximumC highest temperature of the day
     * @param minimumC lowest
     * @param vapourKpa actual vapour pressure
     * @param windMetresPerSecond at 2 m
     * @param netRadiation MJ/m2 day
     * @param soilHeat MJ/m2 day, 0 for single days
     */
    public static double millimetresPerDay(
            double maximumC,
            double minimumC,
            double vapourKpa,
            double windMetresPerSecond,
            double netRadiation,
            double soilHeat,
            double altitudeMetres) {
        double mean = 0.5 * (maximumC + minimumC);
        double saturation = 0.5 * (saturationKpa(maximumC) + saturationKpa(minimumC));
        double slope = slopeKpaPerC(mean);
        double psychrometric = psychrometricKpaPerC(altitudeMetres);
        double energy = 0.408 * slope * (netRadiation - soilHeat);
        double drying =
                psychrometric
                        * 900
                        / (mean + 273)
                        * windMetresPerSecond
                        * Math.max(0, saturation - vapourKpa);
        double resistance = slope + psychrometric * (1 + 0.34 * windMetresPerSecond);
        return Math.max(0, (energy + drying) / resistance);
    }

    /**
     * ET0 of a run of days at one place, mm/day; all arrays one slot a day.
     *
     * @param sunHours hours of bright sunshine
     * @param millimetresPerDay receives the answer
     * @throws IllegalArgumentException if lengths differ or the place is not allowed
     */
    public static void season(
            double latitudeDegrees,
            double altitudeMetres,
            int firstDayOfYear,
            double[] maximumC,
            double[] minimumC,
            double[] vapourKpa,
            double[] windMetresPerSecond,
            double[] sunHours,
            double[] millimetresPerDay) {
        int days = millimetresPerDay.length;
        Ranges.requireLength("maximum temperature", maximumC.length, days);
        Ranges.requireLength("minimum temperature", minimumC.length, days);
        Ranges.requireLength("vapour pressure", vapourKpa.length, days);
        Ranges.requireLength("wind", windMetresPerSecond.length, days);
        Ranges.requireLength("sunshine", sunHours.length, days);
        for (int day = 0; day < days; day++) {
            int dayOfYear = (firstDayOfYear - 1 + day) % 365 + 1;
            double above = Radiation.extraterrestrial(latitudeDegrees, dayOfYear);
            double daylight = Radiation.daylightHours(latitudeDegrees, dayOfYear);
            double net =
                    Radiation.net(
                            Radiation.solar(above, sunHours[day], daylight),
                            Radiation.clearSky(above, altitudeMetres),
                            maximumC[day],
                            minimumC[day],
                            vapourKpa[day]);
            millimetresPerDay[day] =
                    millimetresPerDay(
                            maximumC[day],
                            minimumC[day],
                            vapourKpa[day],
                            windMetresPerSecond[day],
                            net,
                            0,
                            altitudeMetres);
        }
    }
}
