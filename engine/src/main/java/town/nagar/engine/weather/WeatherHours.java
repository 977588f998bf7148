package town.nagar.engine.weather;

import java.util.Arrays;
import town.nagar.engine.air.Stability;

/** Weather of the hours of a run of days, a column a quantity; hour 0 begins the first day. */
public final class WeatherHours {
    /** Hours of a day. */
    public static final int HOURS_A_DAY = 24;

    final double[] temperatureC;
    final double[] rainMillimetres;
    final double[] windMetresPerSecond;
    final double[] windFromDegrees;
    final double[] cloudShare;
    final double[] solarWattsPerM2;
    final Stability[] stability;
    final double[] mixingMetres;

    private WeatherHours(int hours) {
        temperatureC = new double[hours];
        rainMillimetres = new double[hours];
        windMetresPerSecond = new double[hours];
        windFromDegrees = new double[hours];
        cloudShare = new double[hours];
        solarWattsPerM2 = new double[hours];
        stability = new Stability[hours];
        mixingMetres = new double[hours];
        Arrays.fill(stability, Stability.D);
    }

    /** Room for the hours of these days. */
    public static WeatherHours of(WeatherDays days) {
        return new WeatherHours(Math.multiplyExact(days.count(), HOURS_A_DAY));
    }

    /** Hours there is room for. */
    public int count() {
        return temperatureC.length;
    }

    /** Temperature when the hour begins. */
    public double temperatureC(int hour) {
        return temperatureC[hour];
    }

    /** Rain that falls in the hour. */
    public double rainMillimetres(int hour) {
        return rainMillimetres[hour];
    }

    /** Mean wind of the hour at 10 m, above 0. */
    public double windMetresPerSecond(int hour) {
        return windMetresPerSecond[hour];
    }

    /** Where the wind blows from, in degrees clockwise from north, 0 to 360. */
    public double windFromDegrees(int hour) {
        return windFromDegrees[hour];
    }

    /** The one of {@link MonthWind#SECTORS} sectors the wind blows from; 0 is centred on north. */
    public int windSector(int hour) {
        return (int) (windFromDegrees[hour] / MonthWind.SECTOR_DEGREES + 0.5) % MonthWind.SECTORS;
    }

    /** Share of the sky that is covered, 0 to 1. */
    public double cloudShare(int hour) {
        return cloudShare[hour];
    }

    /** Mean of the sun's radiation on level ground; 0 at night. */
    public double solarWattsPerM2(int hour) {
        return solarWattsPerM2[hour];
    }

    /** How willingly the air mixes. */
    public Stability stability(int hour) {
        return stability[hour];
    }

    /** Height up to which the air mixes. */
    public double mixingMetres(int hour) {
        return mixingMetres[hour];
    }
}
