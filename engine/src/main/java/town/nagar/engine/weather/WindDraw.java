package town.nagar.engine.weather;

import town.nagar.engine.random.Chance;
import town.nagar.engine.random.DiscreteChoice;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.random.Quantiles;

/**
 * How strongly the wind blows by day, and from where by hour.
 *
 * <p>Half the sum of the squares of two independent normal numbers is exponential, and its power 1
 * / shape is Weibull. With each of the two remembering yesterday's by the root of the correlation
 * asked for, the exponentials of two days correlate by just that.
 */
final class WindDraw {
    private static final Purpose STRENGTH = new Purpose(1_104, "wind of a day");
    private static final Purpose TURN = new Purpose(1_105, "whether and where the wind turns");

    private final double[] shape = new double[Climate.MONTHS];
    private final double[] scale = new double[Climate.MONTHS];
    private final double[][] rose = new double[Climate.MONTHS][];
    private final double memory;
    private final double news;
    private final double steadiness;

    WindDraw(Climate climate) {
        memory = Math.sqrt(climate.memory().wind());
        news = Math.sqrt(1 - climate.memory().wind());
        steadiness = climate.memory().direction();
        for (int month = 0; month < Climate.MONTHS; month++) {
            MonthWind wind = climate.months().get(month).wind();
            shape[month] = wind.shape();
            scale[month] = wind.scaleMetresPerSecond();
            rose[month] = wind.rose().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    void write(Chance chance, int place, WeatherDays days, int day) {
        double one = Quantiles.normal(chance.uniform(place, day, STRENGTH, 0), 0, 1);
        double two = Quantiles.normal(chance.uniform(place, day, STRENGTH, 1), 0, 1);
        days.windOne[day] = day == 0 ? one : memory * days.windOne[day - 1] + news * one;
        days.windTwo[day] = day == 0 ? two : memory * days.windTwo[day - 1] + news * two;
        int month = days.month[day];
        double exponential = 0.5 * (square(days.windOne[day]) + square(days.windTwo[day]));
        double wind = scale[month] * power(exponential, 1 / shape[month]);
        days.windMetresPerSecond[day] = Math.max(Double.MIN_NORMAL, wind);
    }

    /** As {@link StrictMath#pow}, which makes arrays at each call. */
    private static double power(double positive, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(positive));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * Where the wind of an hour blows from, in degrees clockwise from north, 0 to 360.
     *
     * @param before of the hour before; unused in hour 0
     */
    double fromDegrees(Chance chance, int place, int hour, int month, double before) {
        if (hour > 0 && chance.uniform(place, hour, TURN, 0) < steadiness) {
            return before;
        }
        int sector = DiscreteChoice.pick(chance.uniform(place, hour, TURN, 1), rose[month]);
        double within = chance.uniform(place, hour, TURN, 2) - 0.5;
        double degrees = (sector + within) * MonthWind.SECTOR_DEGREES;
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
