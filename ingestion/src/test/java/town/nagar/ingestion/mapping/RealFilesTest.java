package town.nagar.ingestion.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped mappings on the files they are made for, where NAGAR_DATA_FILES says these are. */
class RealFilesTest {
    @ParameterizedTest
    @CsvSource({
        "traffic/metro_i94_hourly.csv.gz, 40255",
        "traffic/four_junctions_hourly.csv.gz, 42264",
        "air/beijing_three_stations_hourly.csv.gz, 78912",
        "air/kolkata_pm25_hourly.csv.gz, 31309",
        "water/bwdf_weather_hourly.csv.gz, 19679",
        "market/agmarknet_potato_gujarat_daily.csv.gz, 17867"
    })
    void noRowIsBadAndAtMostThoseWithoutAnyValueAreLeftOut(String name, int rows) {
        Path file = Path.of(System.getenv().getOrDefault("NAGAR_DATA_FILES", "none")).resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no such data here");
        Mapping mapping =
                Mappings.find(file.getFileName().toString(), Path.of("none")).orElseThrow();
        try (Stream<MappedItem> items = MappedFile.open(file, mapping)) {
            List<MappedItem> all = items.toList();
            assertThat(all).noneMatch(MappedItem.Bad.class::isInstance);
            assertThat(all.size()).isBetween(rows * 97 / 100, rows);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "air/india_cities_daily.csv.gz",
        "air/five_cities_pm25_hourly.csv.gz",
        "water/bwdf_inflow_hourly.csv.gz",
        "market/fca_wholesale_gujarat_daily.csv.gz",
        "market/fca_retail_gujarat_daily.csv.gz"
    })
    void noRowOfAWideFileIsBad(String name) {
        Path file = Path.of(System.getenv().getOrDefault("NAGAR_DATA_FILES", "none")).resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "no such data here");
        Mapping mapping =
                Mappings.find(file.getFileName().toString(), Path.of("none")).orElseThrow();
        try (Stream<MappedItem> items = MappedFile.open(file, mapping)) {
            assertThat(items.limit(500_000).filter(MappedItem.Bad.class::isInstance)).isEmpty();
        }
    }
}
