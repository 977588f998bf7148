package town.nagar.engine.weather;

/** What the days of one month are like. */
public record MonthClimate(
        MonthRain rain, MonthTemperature temperature, MonthWind wind, MonthSky sky) {}
