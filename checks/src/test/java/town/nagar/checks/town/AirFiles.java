package town.nagar.checks.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Files of measured air: real ones from the folder in {@code NAGAR_DATA_FILES}, or made here in
 * their shape, with gaps, repeated rows and some that come late.
 */
final class AirFiles {
    private static final String[] STATIONS = {"Changping", "Huairou", "Dongsi"};
    private static final String HOURLY =
            "year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,PRES,DEWP,RAIN,wd,WSPM,station";
    private static final String DAILY =
            "City,Date,PM2.5,PM10,NO,NO2,NOx,NH3,CO,SO2,O3,Benzene,Toluene,Xylene,AQI,AQI_Bucket";
    private static final int DAYS = 12;

    private final Random random;

    private AirFiles(Random random) {
        this.random = random;
    }

    /**
     * The real file of this name in the folder or one of its subjects'; none without the setting.
     *
     * @throws IOException if the setting names a folder that has no such file
     */
    static Optional<Path> real(String name) throws IOException {
        String folder = System.getenv().getOrDefault("NAGAR_DATA_FILES", "");
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files =
                Files.find(Path.of(folder), 2, (file, _) -> file.endsWith(name))) {
            return Optional.of(
                    files.findFirst()
                            .orElseThrow(() -> new IOException(name + " is not in " + folder)));
        }
    }

    /** Three stations' hours in two files: the second holds what comes late. */
    static List<Path> hourly(Path folder, long seed) throws IOException {
        return new AirFiles(new Random(seed)).writeHourly(folder);
    }

    private List<Path> writeHourly(Path folder) throws IOException {
        List<String> first = new ArrayList<>(List.of(HOURLY));
        List<String> late = new ArrayList<>(List.of(HOURLY));
        for (String station : STATIONS) {
            for (int hour = 0; hour < DAYS * 24; hour++) {
                String row = hourly(station, hour);
                if (random.nextInt(20) > 0) { // else the hour is not there at all
                    (random.nextInt(15) == 0 ? late : first).add(row);
                    if (random.nextInt(25) == 0) {
                        first.add(row);
                    }
                }
            }
        }
        return List.of(
                Files.write(folder.resolve("beijing_three_stations_hourly.csv"), first),
                Files.write(folder.resolve("beijing_three_stations_hourly_late.csv"), late));
    }

    /** Foul and clean days in turn; on some the analysers fail one after another. */
    private String hourly(String station, int hour) {
        int day = hour / 24;
        double foul = new double[] {0.3, 1, 2.2, 4, 7}[(day + station.length()) % 5];
        boolean noDust = day == 4 || day == 5;
        boolean noGas = day == 8 && station.equals("Dongsi");
        LocalDate date = LocalDate.of(2016, 2, 20).plusDays(day);
        return "%d,%d,%d,%d,%s,%s,%s,%s,%s,%s,%.1f,1020.8,-19.7,0.0,E,0.5,%s"
                .formatted(
                        date.getYear(),
                        date.getMonthValue(),
                        date.getDayOfMonth(),
                        hour % 24,
                        cell(noDust, 45 * foul),
                        cell(noDust, 75 * foul),
                        cell(noGas, 30 * foul),
                        cell(noGas, 40 * foul),
                        cell(noGas, 900 * foul),
                        cell(noGas, 60 * foul),
                        random.nextDouble() * 30 - 5,
                        station);
    }

    private String cell(boolean away, double about) {
        boolean gap = away || random.nextInt(9) == 0;
        return gap ? "" : "%.1f".formatted(about * (0.5 + random.nextDouble()));
    }

    /** Two cities' daily means; one of them has no dust analyser. */
    static Path daily(Path folder, long seed) throws IOException {
        AirFiles files = new AirFiles(new Random(seed));
        List<String> rows = new ArrayList<>(List.of(DAILY));
        for (int day = 0; day < 60; day++) {
            LocalDate date = LocalDate.of(2016, 11, 1).plusDays(day);
            rows.add(files.daily("Delhi", date, false));
            rows.add(files.daily("Gaya", date, true));
        }
        return Files.write(folder.resolve("india_cities_daily.csv"), rows);
    }

    private String daily(String city, LocalDate date, boolean noDust) {
        double foul = random.nextDouble() * 6;
        return "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,,,,,"
                .formatted(
                        city,
                        date,
                        cell(noDust, 50 * foul),
                        cell(noDust, 90 * foul),
                        cell(false, 20),
                        cell(false, 40 * foul),
                        cell(false, 30),
                        cell(false, 90 * foul),
                        cell(false, 2 * foul),
                        cell(false, 20 * foul),
                        cell(false, 60 * foul));
    }

    /** The lines of a file, packed or not. */
    static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        file.toString().endsWith(".gz")
                                                ? new GZIPInputStream(in)
                                                : in,
                                        StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
