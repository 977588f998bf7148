package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.checks.bench.TownUnderTest;

/**
 * Hours of a motorway, some of which stand in the file twice or more, once for each weather: each
 * is stored once and the others are counted.
 */
@ExtendWith(SharedTown.class)
class MotorwayTest {
    private static final String NAME = "metro_i94_hourly.csv.gz";
    private static final String HEAD =
            "holiday,temp,rain_1h,snow_1h,clouds_all,weather_main,weather_description,"
                    + "date_time,traffic_volume";

    @TempDir private Path folder;

    @Test
    void anHourThatStandsTwiceIsStoredOnceAndCounted(TownUnderTest town) throws Exception {
        Optional<Path> real = AirFiles.real(NAME);
        Path file = real.orElse(made(folder.resolve("metro_i94_hourly.csv")));
        List<String> rows = AirFiles.lines(file);
        Set<String> hours = new HashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            hours.add(row.split(",", -1)[7]);
        }
        int all = rows.size() - 1;
        if (real.isPresent()) {
            assertThat(all).isEqualTo(40_255);
            assertThat(hours).hasSize(34_042);
        }
        assertThat(town.run(List.of("replay", "--domain", "traffic", "--file", file.toString())))
                .contains(
                        "sent %d, acknowledged %d, duplicates %d, refused 0, bad rows 0"
                                .formatted(all, hours.size(), all - hours.size()));
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM traffic_measurements WHERE sensor_id = 'I94-ATR301-WB'",
                    hours.size());
        }
    }

    private static Path made(Path file) throws IOException {
        Random random = new Random(94);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
        List<String> rows = new ArrayList<>(List.of(HEAD));
        LocalDateTime time = LocalDateTime.of(2016, 6, 1, 0, 0);
        for (int i = 0; i < 2_000; i++) {
            time = time.plusHours(random.nextInt(10) == 0 ? 3 : 1);
            int vehicles = 300 + random.nextInt(6_000);
            for (int again = random.nextInt(6) / 4; again >= 0; again--) {
                rows.add(
                        "None,288.28,0.0,0.0,40,Clouds,weather %d,%s,%d"
                                .formatted(again, format.format(time), vehicles));
            }
        }
        return Files.write(file, rows);
    }
}
