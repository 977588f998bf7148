package town.nagar.ingestion.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;

class MappedFileTest {
    private static final String WIDE =
            """
            domain: water
            time: {column: t, format: yyyy-MM-dd HH:mm, zone: Europe/Rome}
            sensor: "BWDF-{@column}"
            wide: {quantity: flow_rate, unit: l/s, columns: {a: DMA-1, b: DMA-2}}
            """;

    @TempDir Path dir;

    private List<MappedItem> read(String mapping, String csv) throws IOException {
        Path file = Files.writeString(dir.resolve("some.csv"), csv);
        return read(mapping, file);
    }

    private static List<MappedItem> read(String mapping, Path file) {
        try (Stream<MappedItem> items = MappedFile.open(file, Mappings.parse("m", mapping))) {
            return items.toList();
        }
    }

    private static List<String> times(List<MappedItem> items) {
        return items.stream()
                .map(item -> Instant.ofEpochMilli(((MappedItem.Message) item).eventMillis()))
                .map(Instant::toString)
                .toList();
    }

    private static String json(MappedItem item) {
        return ((MappedItem.Message) item).json();
    }

    /** Italy, 2021-10-31: at 03:00 CEST the clock went back to 02:00 CET. */
    @Test
    void theDoubledHourIsFirstSummerThenWinterForEachColumn() throws IOException {
        List<MappedItem> items =
                read(
                        WIDE,
                        """
                        t,a,b
                        2021-10-31 01:00,1,5
                        2021-10-31 02:00,2,6
                        2021-10-31 02:00,3,7
                        2021-10-31 03:00,4,8
                        """);
        assertThat(times(items))
                .containsExactly(
                        "2021-10-30T23:00:00Z", "2021-10-30T23:00:00Z",
                        "2021-10-31T00:00:00Z", "2021-10-31T00:00:00Z",
                        "2021-10-31T01:00:00Z", "2021-10-31T01:00:00Z",
                        "2021-10-31T02:00:00Z", "2021-10-31T02:00:00Z");
    }

    @Test
    void quartersOfTheDoubledHourAreToldApartToo() throws IOException {
        List<MappedItem> items =
                read(
                        WIDE,
                        """
                        t,a,b
                        2021-10-31 02:00,1,
                        2021-10-31 02:30,2,
                        2021-10-31 02:00,3,
                        2021-10-31 02:30,4,
                        """);
        assertThat(times(items))
                .containsExactly(
                        "2021-10-31T00:00:00Z", "2021-10-31T00:30:00Z",
                        "2021-10-31T01:00:00Z", "2021-10-31T01:30:00Z");
    }

    /** Italy, 2021-03-28: 02:00 to 03:00 did not exist. */
    @Test
    void anHourThatDidNotExistIsABadRowUnlessTheMappingShiftsIt() throws IOException {
        String csv = "t,a,b\n2021-03-28 02:00,1,\n";
        assertThat(read(WIDE, csv))
                .singleElement()
                .isInstanceOfSatisfying(
                        MappedItem.Bad.class,
                        bad -> assertThat(bad.reason()).contains("did not exist in Europe/Rome"));
        String shifting = WIDE.replace("zone: Europe/Rome", "zone: Europe/Rome, gap: shift");
        assertThat(times(read(shifting, csv))).containsExactly("2021-03-28T01:00:00Z");
    }

    @Test
    void eachColumnOfAWideTableIsASensorAndBlanksAreLeftOut() throws IOException {
        List<MappedItem> items = read(WIDE, "t,a,b\n2021-01-01 00:00,,3.7\n");
        assertThat(items).hasSize(1);
        assertThat(json(items.getFirst()))
                .isEqualTo(
                        "{\"sensor_id\":\"BWDF-DMA-2\",\"event_time\":1609455600000,"
                                + "\"values\":{\"flow_rate\":3.7},\"units\":{\"flow_rate\":\"l/s\"},"
                                + "\"labels\":{}}");
    }

    @Test
    void splitDatesConstantsFactorsMissingWordsAndExceptionsAreObeyed() throws IOException {
        String mapping =
                """
                domain: pollution
                missing: ["NA", "None"]
                time: {columns: [y, m, d, h], format: yyyy M d H, zone: Asia/Kolkata}
                sensor: "CITY-{city}"
                values:
                  pm25: {column: pm, missing-numbers: [985], max: 900}
                  co: {column: co, factor: 0.001, except: {city: [Ahmedabad]}}
                labels: {averaging: 24h}
                label-columns: {town: city}
                skip: [{column: qc, cells: [Bad]}]
                """;
        List<MappedItem> items =
                read(
                        mapping,
                        """
                        y,m,d,h,city,pm,co,qc
                        2016,3,1,0,New Delhi,3.0,300,
                        2016,3,1,1,Ahmedabad,NA,300,
                        2016,3,1,2,Ahmedabad,985,,
                        2016,3,1,3,Ahmedabad,901,,
                        2016,3,1,4,Ahmedabad,7,,Bad
                        2016,3,1,5,Ahmedabad,7,300,
                        """);
        assertThat(items).hasSize(2);
        assertThat(json(items.get(0)))
                .contains("\"sensor_id\":\"CITY-New_Delhi\"")
                .contains("\"values\":{\"pm25\":3.0,\"co\":0.3}")
                .contains("\"averaging\":\"24h\",\"town\":\"New Delhi\",\"original_co\":\"300\"");
        assertThat(times(items)).containsExactly("2016-02-29T18:30:00Z", "2016-02-29T23:30:00Z");
        assertThat(json(items.get(1))).contains("\"values\":{\"pm25\":7.0}");
    }

    @Test
    void aCellThatIsNoNumberMakesOnlyItsRowBad() throws IOException {
        List<MappedItem> items =
                read(WIDE, "t,a,b\n2021-01-01 00:00,x,1\n2021-01-01 01:00,2,1\nsoon,1,1\n");
        assertThat(items).hasSize(4);
        assertThat(items.getFirst())
                .isEqualTo(
                        new MappedItem.Bad(
                                "column 'a' is 'x'; allowed: a number",
                                "t,a,b\n2021-01-01 00:00,x,1\n",
                                2));
        assertThat(((MappedItem.Bad) items.getLast()).reason()).contains("time 'soon'");
    }

    @Test
    void aZippedFileReadsLikeAPlainOne() throws IOException {
        Path file = dir.resolve("some.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("t,a,b\n2021-01-01 00:00,1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(WIDE, file)).hasSize(2);
    }

    @Test
    void aWorkbookReadsLikeATable() throws IOException {
        Path file = dir.resolve("some.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("one");
            sheet.value(0, 0, "t");
            sheet.value(0, 1, "a");
            sheet.value(0, 2, "b");
            sheet.value(1, 0, LocalDateTime.parse("2021-01-01T00:00:00"));
            sheet.style(1, 0).format("yyyy-MM-dd HH:mm").set();
            sheet.value(1, 1, 3.5);
        }
        List<MappedItem> items =
                read(WIDE.replace("yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"), file);
        assertThat(times(items)).containsExactly("2020-12-31T23:00:00Z");
        assertThat(json(items.getFirst())).contains("\"flow_rate\":3.5");
    }

    @Test
    void aLongSeriesNameIsShortenedAndStaysUnique() throws IOException {
        String mapping = WIDE.replace("BWDF-{@column}", "{name}:{@column}");
        String name = "A market whose name is longer than any id may ever be";
        List<MappedItem> items =
                read(mapping, "t,name,a,b\n2021-01-01 00:00,%s,1,2\n".formatted(name));
        List<String> ids =
                items.stream().map(item -> ((MappedItem.Message) item).sensorId()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() == 50);
    }

    @Test
    void aMistakeInAMappingIsNamedWithItsPlaceAndWhatIsAllowed() {
        assertThatThrownBy(() -> Mappings.parse("m.yaml", WIDE + "sensors: x\n"))
                .hasMessageContaining("m.yaml.sensors is not known");
        assertThatThrownBy(() -> Mappings.parse("m.yaml", WIDE.replace("l/s", "furlong")))
                .hasMessageContaining("m.yaml.wide.unit is 'furlong'; allowed:");
        assertThatThrownBy(() -> Mappings.parse("m.yaml", WIDE.replace("flow_rate", "flow")))
                .hasMessageContaining("'flow' is none of");
    }

    @Test
    void columnsNamedAsInMessagesNeedNoMapping() throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("x.csv"),
                        """
                        sensor_id,event_time,vehicle_count,remark
                        T001,2026-02-06T08:00:00+05:30,7,busy
                        """);
        Mapping mapping = Mappings.ofColumns(file, Domain.TRAFFIC).orElseThrow();
        try (Stream<MappedItem> items = MappedFile.open(file, mapping)) {
            assertThat(times(items.toList())).containsExactly("2026-02-06T02:30:00Z");
        }
        assertThat(Mappings.ofColumns(file, Domain.WATER)).isEmpty();
    }

    @Test
    void everyMappingThatComesWithNagarCanBeReadAndFindsItsFile() {
        assertThat(Mappings.builtIn()).hasSize(11);
        assertThat(Mappings.find("metro_i94_hourly.csv.gz", dir).orElseThrow().domain())
                .isEqualTo(Domain.TRAFFIC);
        assertThat(Mappings.find("fca_retail_gujarat_daily.csv", dir).orElseThrow().domain())
                .isEqualTo(Domain.MARKET);
        assertThat(Mappings.find("nothing.csv", dir)).isEmpty();
    }
}
