package town.nagar.engine.agriculture;

/** Radiation of a day in MJ/m2, by the equations of FAO-56, chapter 3. */
public final class Radiation {
    private static final double SOLAR_CONSTANT = 0.0820; // MJ/m2 min
    private static final double STEFAN_BOLTZMANN = 4.903e-9; // MJ/K4 m2 day
    private static final double KELVIN = 273.16;
    private static final double DAYS_A_YEAR = 365;
    private static final double GRASS_REFLECTS = 0.23;

    private Radiation() {}

    /**
     * Radiation above the atmosphere, equation 21.
     *
     * @param latitudeDegrees north positive, -66 to 66, where the sun rises every day
     * @param dayOfYear 1 to 366
     */
    public static double extraterrestrial(double latitudeDegrees, int dayOfYear) {
        requirePlace(latitudeDegrees, dayOfYear);
        double latitude = Math.toRadians(latitudeDegrees);
        double declination = declination(dayOfYear);
        double sunset = sunset(latitude, declination);
        double nearness = 1 + 0.033 * Circle.cosine(2 * Math.PI * dayOfYear / DAYS_A_YEAR);
        return 24
                * 60
                / Math.PI
                * SOLAR_CONSTANT
                * nearness
                * (sunset * Circle.sine(latitude) * Circle.sine(declination)
                        + Circle.cosine(latitude)
                                * Circle.cosine(declination)
                                * Circle.sine(sunset));
    }

    /** Hours from sunrise to sunset, equation 34. */
    public static double daylightHours(double latitudeDegrees, int dayOfYear) {
        requirePlace(latitudeDegrees, dayOfYear);
        return 24 / Math.PI * sunset(Math.toRadians(latitudeDegrees), declination(dayOfYear));
    }

    private static void requirePlace(double latitudeDegrees, int dayOfYear) {
        Ranges.requireBetween("latitude, degrees", latitudeDegrees, -66, 66);
        Ranges.requireBetween("day of the year", dayOfYear, 1, 366);
    }

    private static double declination(int dayOfYear) {
        return 0.409 * Circle.sine(2 * Math.PI * dayOfYear / DAYS_A_YEAR - 1.39);
    }

    private static double sunset(double latitude, double declination) {
        return StrictMath.acos(-Circle.tangent(latitude) * Circle.tangent(declination));
    }

    /** Radiation that reaches the ground after some hours of sunshine, equation 35. */
    public static double solar(double extraterrestrial, double sunHours, double daylightHours) {
        Ranges.requireBetween("sunshine, h", sunHours, 0, 24);
        return (0.25 + 0.50 * Math.min(1, sunHours / daylightHours)) * extraterrestrial;
    }

    /** Radiation that would reach the ground under a clear sky, equation 37. */
    public static double clearSky(double extraterrestrial, double altitudeMetres) {
        return (0.75 + 2e-5 * altitudeMetres) * extraterrestrial;
    }

    /** What grass keeps, equations 38 to 40. */
    public static double net(
            double solar, double clearSky, double maximumC, double minimumC, double vapourKpa) {
        return (1 - GRASS_REFLECTS) * solar
                - longwave(solar, clearSky, maximumC, minimumC, vapourKpa);
    }

    private static double longwave(
            double solar, double clearSky, double maximumC, double minimumC, double vapourKpa) {
        double emitted = STEFAN_BOLTZMANN * 0.5 * (fourth(maximumC) + fourth(minimumC));
        double humidity = 0.34 - 0.14 * Math.sqrt(vapourKpa);
        double cloud = 1.35 * Math.min(1, solar / clearSky) - 0.35;
        return emitted * humidity * cloud;
    }

    private static double fourth(double celsius) {
        double kelvin = celsius + KELVIN;
        return kelvin * kelvin * kelvin * kelvin;
    }
}
