package town.nagar.engine.weather;

import java.util.List;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** Which days are wet, and how much falls. */
final class RainDraw {
    private static final Purpose WET = new Purpose(1_101, "whether a day is wet");
    private static final Purpose AMOUNT = new Purpose(1_102, "rain of a wet day");

    private final double[] wetShare = new double[Climate.MONTHS];
    private final double[] wetAfterDry = new double[Climate.MONTHS];
    private final double[] wetAfterWet = new double[Climate.MONTHS];
    private final double[] shape = new double[Climate.MONTHS];
    private final double[] scale = new double[Climate.MONTHS];
    private final double least;

    RainDraw(Climate climate) {
        least = climate.wetDayMillimetres();
        List<MonthClimate> months = climate.months();
        for (int month = 0; month < months.size(); month++) {
            MonthRain rain = months.get(month).rain();
            wetShare[month] = rain.wetShare();
            wetAfterDry[month] = rain.wetAfterDry();
            wetAfterWet[month] = rain.wetAfterWet();
            shape[month] = rain.shape();
            scale[month] = rain.scaleMillimetres();
        }
    }

    void write(Chance chance, int place, WeatherDays days, int day) {
        int month = days.month[day];
        boolean wet = chance.uniform(place, day, WET) < probability(days, day, month);
        days.rainMillimetres[day] = wet ? amount(chance, place, day, month) : 0;
    }

    private double probability(WeatherDays days, int day, int month) {
        if (day == 0) {
            return wetShare[month];
        }
        return days.rainMillimetres[day - 1] > 0 ? wetAfterWet[month] : wetAfterDry[month];
    }

    private double amount(Chance chance, int place, int day, int month) {
        double beyond = scale[month] * GammaDraw.of(shape[month], chance, place, day, AMOUNT);
        return Math.max(Double.MIN_NORMAL, least + beyond);
    }
}
