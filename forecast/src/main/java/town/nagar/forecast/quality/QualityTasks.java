package town.nagar.forecast.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;

/** The questions of the quality page. */
final class QualityTasks {
    /** The competition's two weeks for which its teams' forecasts are at hand. */
    static final String WATER = "water";

    private static final int YEAR = 365;
    private static final List<String> LSTM = List.of("lstm");
    private static final List<String> POLLUTION = List.of("xgb-document");

    private final RawData data;

    QualityTasks(RawData data) {
        this.data = data;
    }

    /** The keys, cheapest first. */
    static List<String> keys() {
        return List.of(
                "crops", "prices", "cities", "traffic", "traffic-2h", "kolkata", WATER, "beijing");
    }

    /** The tasks of a key. */
    List<QualityTask> of(String key) throws IOException {
        return switch (key) {
            case "crops" -> List.of(crops());
            case "prices" -> List.of(prices(7), prices(30));
            case "cities" -> List.of(cities());
            case "traffic" -> List.of(traffic(1, 24, "MAPE 14.8 %, R2 0.86"));
            case "traffic-2h" -> List.of(trafficSoon());
            case "kolkata" -> List.of(kolkata());
            case WATER ->
                    List.of(
                            water(1, 24, "MAPE 6.8 %, R2 0.94"),
                            water(25, 168, "MAPE 13.5 %, R2 0.87"));
            case "beijing" -> List.of(beijing());
            default ->
                    throw new IllegalArgumentException(
                            "task '%s' is not known; allowed: %s".formatted(key, keys()));
        };
    }

    private static List<LocalDateTime> origins(String from, int hoursApart, int count) {
        return Stream.iterate(LocalDate.parse(from).atStartOfDay(), t -> t.plusHours(hoursApart))
                .limit(count)
                .toList();
    }

    private QualityTask crops() throws IOException {
        List<LocalDateTime> years =
                Stream.of(2008, 2009, 2010, 2011, 2012)
                        .map(year -> LocalDateTime.of(year, 1, 1, 0, 0))
                        .toList();
        return new QualityTask(
                "crops",
                "Gujarat, yield of five crops in 18 districts, 2008-2012, next year",
                Domain.AGRICULTURE,
                data.crops(),
                Optional.empty(),
                years,
                1,
                List.of(),
                1,
                1,
                false,
                "mean-3",
                0,
                5,
                "none");
    }

    private QualityTask prices(int days) throws IOException {
        return new QualityTask(
                "prices",
                "Ahmedabad wholesale potato, onion, tomato, " + days + " days ahead",
                Domain.MARKET,
                data.prices(),
                Optional.empty(),
                origins("2019-05-08", 24, YEAR - 29),
                30,
                List.of(),
                days,
                days,
                false,
                "last",
                0,
                5,
                "none");
    }

    private QualityTask cities() throws IOException {
        return new QualityTask(
                "cities",
                "Indian cities, daily PM2.5, next day, July 2018 to June 2019",
                Domain.POLLUTION,
                data.cities(),
                Optional.empty(),
                origins("2018-07-01", 24, YEAR),
                1,
                POLLUTION,
                1,
                1,
                true,
                "last",
                10,
                15,
                "24 h: RMSE 18.2, R2 0.87");
    }

    private QualityTask traffic(int from, int to, String promise) throws IOException {
        return new QualityTask(
                "traffic",
                "I-94, hourly volume, 2017, 1 to 24 h ahead from midnight",
                Domain.TRAFFIC,
                data.traffic(),
                Optional.of(data.trafficWeather()),
                origins("2017-01-01", 24, YEAR),
                24,
                LSTM,
                from,
                to,
                false,
                QualityTask.EARLIER_WEEK_MEAN,
                25,
                35,
                promise);
    }

    private QualityTask trafficSoon() throws IOException {
        return new QualityTask(
                "traffic-2h",
                "I-94, hourly volume, 2017, 2 h ahead from every hour",
                Domain.TRAFFIC,
                data.traffic(),
                Optional.of(data.trafficWeather()),
                origins("2017-01-01", 1, YEAR * 24 - 2),
                2,
                LSTM,
                2,
                2,
                false,
                QualityTask.EARLIER_WEEK_MEAN,
                35,
                50,
                "MAPE 8.5 %, R2 0.92");
    }

    private QualityTask kolkata() throws IOException {
        return new QualityTask(
                "kolkata",
                "Kolkata, hourly PM2.5, 2018, hour 24, no weather",
                Domain.POLLUTION,
                data.kolkata(),
                Optional.empty(),
                origins("2018-01-01", 6, (YEAR - 1) * 4),
                24,
                POLLUTION,
                24,
                24,
                true,
                "last",
                20,
                30,
                "RMSE 18.2, R2 0.87");
    }

    private QualityTask beijing() throws IOException {
        return new QualityTask(
                "beijing",
                "Beijing, three stations, hourly PM2.5, March 2015 to February 2016, hour 24,"
                        + " weather known",
                Domain.POLLUTION,
                data.beijing(),
                Optional.of(data.beijingWeather()),
                origins("2015-03-01", 6, (YEAR - 1) * 4),
                24,
                POLLUTION,
                24,
                24,
                true,
                "last",
                25,
                40,
                "RMSE 18.2, R2 0.87");
    }

    private QualityTask water(int from, int to, String promise) throws IOException {
        return new QualityTask(
                WATER,
                "Ten water districts, two weeks of 2022, hours %d to %d, weather known"
                        .formatted(from, to),
                Domain.WATER,
                data.water(),
                Optional.of(data.waterWeather()),
                List.of(LocalDateTime.of(2022, 7, 25, 0, 0), LocalDateTime.of(2022, 10, 31, 0, 0)),
                168,
                List.of("prophet", "arnet"),
                from,
                to,
                false,
                "last-week",
                0,
                15,
                promise);
    }

    /** The folder of raw data as tasks. */
    static QualityTasks in(Path raw, Path into) {
        return new QualityTasks(new RawData(raw, into));
    }
}
