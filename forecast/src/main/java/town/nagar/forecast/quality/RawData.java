package town.nagar.forecast.quality;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import town.nagar.forecast.series.CsvFile;

/** Published files as series and covariates; what is known to be wrong in them is left blank. */
final class RawData {
    private static final double INSTRUMENTS_CEILING = 985;
    private static final double LEAST_KELVIN = 200;
    private static final double MOST_RAIN_AN_HOUR = 500;
    private static final int DISTRICTS = 10;
    private static final List<String> WINDS =
            List.of(
                    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W",
                    "WNW", "NW", "NNW");
    private static final List<String> CROPS =
            List.of("RICE", "WHEAT", "PEARL MILLET", "GROUNDNUT", "COTTON");
    private static final List<String> GOODS = List.of("Potato", "Onion", "Tomato");

    /** Holidays of Italy, 2021 to 2023, by date without the year, and Easter Mondays. */
    private static final List<String> ITALIAN =
            List.of(
                    "01-01",
                    "01-06",
                    "04-25",
                    "05-01",
                    "06-02",
                    "08-15",
                    "11-01",
                    "12-08",
                    "12-25",
                    "12-26",
                    "2021-04-05",
                    "2022-04-18",
                    "2023-04-10");

    private final Path raw;
    private final Path into;

    /**
     * Reads from one folder, writes to another.
     *
     * @param raw with traffic/, air/, water/, market/, agriculture/ as published
     */
    RawData(Path raw, Path into) {
        this.raw = raw;
        this.into = into;
    }

    /** One line of a raw file, by column name. */
    private record Line(CsvFile csv, List<String> fields) {
        String text(String column) {
            return fields.get(csv.column(column));
        }

        double number(String column) {
            return csv.number(fields, csv.column(column));
        }
    }

    /** Lines that a raw line becomes. */
    private interface Conversion extends Function<Line, List<String>> {}

    private Path convert(String file, String name, String header, Conversion conversion)
            throws IOException {
        Path out = into.resolve(name);
        try (CsvFile csv = CsvFile.open(raw.resolve(file));
                BufferedWriter lines = Files.newBufferedWriter(out)) {
            lines.write(header + "\n");
            for (var fields = csv.next(); !fields.isEmpty(); fields = csv.next()) {
                for (String line : conversion.apply(new Line(csv, fields))) {
                    lines.write(line + "\n");
                }
            }
        }
        return out;
    }

    private static String blankUnless(boolean good, double value) {
        return good && !Double.isNaN(value) ? Double.toString(value) : "";
    }

    Path traffic() throws IOException {
        return convert(
                "traffic/metro_i94_hourly.csv.gz",
                "traffic.csv",
                "time,series,value",
                line -> List.of(line.text("date_time") + ",i94," + line.text("traffic_volume")));
    }

    Path trafficWeather() throws IOException {
        return convert(
                "traffic/metro_i94_hourly.csv.gz",
                "traffic-weather.csv",
                "time,holiday,temp_k,rain_mm,snow_mm,clouds_percent",
                line -> {
                    double kelvin = line.number("temp");
                    double rain = line.number("rain_1h");
                    return List.of(
                            String.join(
                                    ",",
                                    line.text("date_time"),
                                    line.text("holiday"),
                                    blankUnless(kelvin > LEAST_KELVIN, kelvin),
                                    blankUnless(rain < MOST_RAIN_AN_HOUR, rain),
                                    line.text("snow_1h"),
                                    line.text("clouds_all")));
                });
    }

    Path kolkata() throws IOException {
        return convert(
                "air/kolkata_pm25_hourly.csv.gz",
                "kolkata.csv",
                "time,series,value",
                line -> {
                    double value = line.number("pm25");
                    boolean good = value >= 0 && value < INSTRUMENTS_CEILING;
                    return List.of(
                            line.text("local_time") + ",kolkata," + blankUnless(good, value));
                });
    }

    Path beijing() throws IOException {
        return convert(
                "air/beijing_three_stations_hourly.csv.gz",
                "beijing.csv",
                "time,series,value",
                line ->
                        List.of(
                                hour(line)
                                        + ','
                                        + line.text("station")
                                        + ','
                                        + line.text("PM2.5")));
    }

    Path beijingWeather() throws IOException {
        return convert(
                "air/beijing_three_stations_hourly.csv.gz",
                "beijing-weather.csv",
                "time,series,temp_c,dew_c,pressure_hpa,rain_mm,wind,wind_north,wind_east",
                line -> {
                    double wind = line.number("WSPM");
                    int from = WINDS.indexOf(line.text("wd"));
                    double angle = 2 * Math.PI * from / WINDS.size();
                    return List.of(
                            String.join(
                                    ",",
                                    hour(line),
                                    line.text("station"),
                                    line.text("TEMP"),
                                    line.text("DEWP"),
                                    line.text("PRES"),
                                    line.text("RAIN"),
                                    line.text("WSPM"),
                                    blankUnless(from >= 0, wind * StrictMath.cos(angle)),
                                    blankUnless(from >= 0, wind * StrictMath.sin(angle))));
                });
    }

    private static String hour(Line line) {
        return "%s-%02d-%02d %02d:00"
                .formatted(
                        line.text("year"),
                        (int) line.number("month"),
                        (int) line.number("day"),
                        (int) line.number("hour"));
    }

    Path cities() throws IOException {
        return convert(
                "air/india_cities_daily.csv.gz",
                "cities.csv",
                "time,series,value",
                line ->
                        List.of(
                                line.text("Date")
                                        + ','
                                        + line.text("City")
                                        + ','
                                        + line.text("PM2.5")));
    }

    Path water() throws IOException {
        return convert(
                "water/bwdf_inflow_hourly.csv.gz",
                "water.csv",
                "time,series,value",
                line ->
                        java.util.stream.IntStream.rangeClosed(1, DISTRICTS)
                                .mapToObj(d -> "dma_" + d + "_lps")
                                .map(d ->
                                        line.text("local_time_cet_cest")
                                                + ','
                                                + d
                                                + ','
                                                + line.text(d))
                                .toList());
    }

    Path waterWeather() throws IOException {
        return convert(
                "water/bwdf_weather_hourly.csv.gz",
                "water-weather.csv",
                "time,holiday,rain_mm,air_temp_c,rh_percent,wind_kmh",
                line -> {
                    String time = line.text("local_time_cet_cest");
                    String date = time.substring(0, 10);
                    boolean holiday = ITALIAN.contains(date) || ITALIAN.contains(date.substring(5));
                    return List.of(
                            String.join(
                                    ",",
                                    time,
                                    holiday ? "1" : "0",
                                    line.text("rain_mm"),
                                    line.text("air_temp_c"),
                                    line.text("rh_pct"),
                                    line.text("wind_kmh")));
                });
    }

    Path prices() throws IOException {
        return convert(
                "market/fca_wholesale_gujarat_daily.csv.gz",
                "prices.csv",
                "time,series,value",
                line ->
                        line.text("Centre").equals("AHMEDABAD")
                                ? GOODS.stream()
                                        .map(g -> line.text("date") + ',' + g + ',' + line.text(g))
                                        .toList()
                                : List.of());
    }

    Path crops() throws IOException {
        return convert(
                "agriculture/icrisat_gujarat_yearly.csv",
                "crops.csv",
                "time,series,value",
                line ->
                        CROPS.stream()
                                .map(crop -> {
                                    double yield = line.number(crop + " YIELD (Kg per ha)");
                                    return line.text("Year")
                                            + ','
                                            + crop
                                            + ' '
                                            + line.text("Dist Name")
                                            + ','
                                            + blankUnless(yield > 0, yield);
                                })
                                .toList());
    }
}
