package town.nagar.engine.weather;

import java.time.LocalDate;

/** Weather of a run of days, a column a quantity and a slot a day; written over at each draw. */
public final class WeatherDays {
    private static final int MOST_DAYS = 1 << 20;

    final int[] month;
    final int[] dayOfYear;
    final double[] fromMiddle;

    final double[] rainMillimetres;
    final double[] maximumC;
    final double[] minimumC;
    final double[] windMetresPerSecond;
    final double[] sunHours;
    final double[] daylightHours;
    final double[] solarMegajoulesPerM2;
    final double[] vapourKpa;

    final double[] maximumAnomaly;
    final double[] minimumAnomaly;
    final double[] windOne;
    final double[] windTwo;
    final double[] sunAnomaly;

    private final LocalDate first;

    private WeatherDays(LocalDate first, int days) {
        this.first = first;
        month = new int[days];
        dayOfYear = new int[days];
        fromMiddle = new double[days];
        rainMillimetres = new double[days];
        maximumC = new double[days];
        minimumC = new double[days];
        windMetresPerSecond = new double[days];
        sunHours = new double[days];
        daylightHours = new double[days];
        solarMegajoulesPerM2 = new double[days];
        vapourKpa = new double[days];
        maximumAnomaly = new double[days];
        minimumAnomaly = new double[days];
        windOne = new double[days];
        windTwo = new double[days];
        sunAnomaly = new double[days];
        for (int day = 0; day < days; day++) {
            place(day, first.plusDays(day));
        }
    }

    /**
     * Room for the weather of a run of days.
     *
     * @param days 1 to 1,048,576
     * @throws IllegalArgumentException if they are out of that range
     */
    public static WeatherDays from(LocalDate first, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "%d days of weather; allowed are 1 to %d".formatted(days, MOST_DAYS));
        }
        return new WeatherDays(first, days);
    }

    private void place(int day, LocalDate date) {
        month[day] = date.getMonthValue() - 1;
        dayOfYear[day] = date.getDayOfYear();
        fromMiddle[day] = (date.getDayOfMonth() - 0.5) / date.lengthOfMonth() - 0.5;
    }

    /** Days there is room for. */
    public int count() {
        return month.length;
    }

    /** The date of slot 0. */
    public LocalDate first() {
        return first;
    }

    /** Month of a day, 0 for January. */
    public int month(int day) {
        return month[day];
    }

    /** Number of a day in its year, from 1. */
    public int dayOfYear(int day) {
        return dayOfYear[day];
    }

    /** Rain of a day; 0 if it is dry. */
    public double rainMillimetres(int day) {
        return rainMillimetres[day];
    }

    /** Whether it rains enough to count. */
    public boolean wet(int day) {
        return rainMillimetres[day] > 0;
    }

    /** Highest temperature of a day. */
    public double maximumC(int day) {
        return maximumC[day];
    }

    /** Lowest temperature of a day. */
    public double minimumC(int day) {
        return minimumC[day];
    }

    /** Mean wind of a day at 10 m, above 0. */
    public double windMetresPerSecond(int day) {
        return windMetresPerSecond[day];
    }

    /** Hours of bright sunshine. */
    public double sunHours(int day) {
        return sunHours[day];
    }

    /** Hours from sunrise to sunset. */
    public double daylightHours(int day) {
        return daylightHours[day];
    }

    /** Share of the sky that is covered, 0 to 1. */
    public double cloudShare(int day) {
        return 1 - sunHours[day] / daylightHours[day];
    }

    /** Sun's radiation on level ground. */
    public double solarMegajoulesPerM2(int day) {
        return solarMegajoulesPerM2[day];
    }

    /** Pressure of the vapour in the air. */
    public double vapourKpa(int day) {
        return vapourKpa[day];
    }
}
