package town.nagar.simulation.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts that cannot be used are refused by what is wrong with them. */
class SpoiltCountsTest {
    private static final String HEADER = "date_time,traffic_volume\n";

    @TempDir Path folder;

    @Test
    void aFileThatIsNotThere() throws IOException {
        assertThat(refusal(folder.resolve("nowhere.csv"))).contains("there is no such file");
    }

    @Test
    void aFolder() throws IOException {
        assertThat(refusal(folder)).contains("not a folder");
    }

    @Test
    void textUnderTheNameOfAPackedFile() throws IOException {
        assertThat(refusal(file("counts.csv.gz", HEADER.getBytes(UTF_8))))
                .contains("not packed by gzip");
    }

    @Test
    void halfOfAPackedFile() throws IOException {
        byte[] packed = packed(HEADER + "2026-11-30 09:00,120\n".repeat(100));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThat(refusal(file("counts.csv.gz", half))).contains("ends in the midst");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertThat(refusal(file("counts.csv", new byte[0])))
                .contains("counts.csv, line 1: no column 'date_time'");
    }

    @Test
    void aCountThatIsNone() throws IOException {
        for (String count : new String[] {"NaN", "-1", "1e999", "", "many"}) {
            String text = HEADER + "2026-11-30 09:00," + count + "\n";
            assertThat(refusal(file("counts.csv", text.getBytes(UTF_8))))
                    .contains(
                            "line 2, traffic_volume: '" + count + "'; allowed are numbers from 0");
        }
    }

    @Test
    void anHourThatIsNone() throws IOException {
        String text = HEADER + "30/11/2026 9 am,120\n";
        assertThat(refusal(file("counts.csv", text.getBytes(UTF_8))))
                .contains("line 2, date_time: '30/11/2026 9 am'; allowed are hours");
    }

    @Test
    void aRowThatIsTooShort() throws IOException {
        String text = HEADER + "2026-11-30 09:00\n";
        assertThat(refusal(file("counts.csv", text.getBytes(UTF_8))))
                .contains("line 2: 1 cells; allowed are 2");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private String refusal(Path counts) throws IOException {
        Path file = folder.resolve("case.json");
        Files.writeString(file, "{\"counts_file\": \"%s\"}".formatted(counts));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                CalibrateCommand.run(
                        new String[] {"--case", file.toString()},
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        assertThat(status).as(err.toString(UTF_8)).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8)).doesNotContain("Exception");
        return err.toString(UTF_8);
    }
}
