package town.nagar.engine.town;

import java.time.LocalDate;

/** The weather of a run: one slot in each array an hour or a day, filled anew for each run. */
public final class Weather {
    private static final int HOURS_A_DAY = 24;

    final LocalDate firstDay;
    final double[] celsius;
    final double[] windMetresPerSecond;
    final double[] windFromDegrees;
    final double[] rainMillimetres;
    final double[] cloudShare;
    final double[] solarWattsPerM2;
    final double[] maximumC;
    final double[] minimumC;
    final double[] vapourKpa;
    final double[] sunHours;

    Weather(LocalDate firstDay, int days) {
        int hours = days * HOURS_A_DAY;
        this.firstDay = firstDay;
        this.celsius = new double[hours];
        this.windMetresPerSecond = new double[hours];
        this.windFromDegrees = new double[hours];
        this.rainMillimetres = new double[hours];
        this.cloudShare = new double[hours];
        this.solarWattsPerM2 = new double[hours];
        this.maximumC = new double[days];
        this.minimumC = new double[days];
        this.vapourKpa = new double[days];
        this.sunHours = new double[days];
    }

    /** Days there is room for. */
    public int days() {
        return maximumC.length;
    }

    /** The first of them. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /**
     * Sets a day as a whole.
     *
     * @param day from 0
     * @param sunHours of bright sunshine
     */
    public void setDay(
            int day, double maximumC, double minimumC, double vapourKpa, double sunHours) {
        this.maximumC[day] = maximumC;
        this.minimumC[day] = minimumC;
        this.vapourKpa[day] = vapourKpa;
        this.sunHours[day] = sunHours;
    }

    /**
     * Sets an hour's air.
     *
     * @param hour from the first day's midnight
     * @param metresPerSecond wind at 10 m, above 0
     * @param fromDegrees where the wind comes from, from north by east
     */
    public void setAir(int hour, double celsius, double metresPerSecond, double fromDegrees) {
        this.celsius[hour] = celsius;
        windMetresPerSecond[hour] = metresPerSecond;
        windFromDegrees[hour] = fromDegrees;
    }

    /**
     * Sets an hour's sky.
     *
     * @param rain mm, from 0
     * @param cloud part of the sky that is covered, 0 to 1
     * @param solarWatts a square metre, from 0; 0 is night
     */
    public void setSky(int hour, double rain, double cloud, double solarWatts) {
        rainMillimetres[hour] = rain;
        cloudShare[hour] = cloud;
        solarWattsPerM2[hour] = solarWatts;
    }
}
