package town.nagar.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFileTest {
    @TempDir Path folder;

    private SeriesFile read(String rows) throws IOException {
        return SeriesFile.read(written(rows));
    }

    private Path written(String rows) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), rows);
    }

    @Test
    void theHourThatClocksRepeatCountsAsItsMean() throws IOException {
        SeriesFile file =
                read(
                        """
                        time,series,value
                        2022-10-30 01:00,a,1
                        2022-10-30 02:00,a,2
                        2022-10-30 02:00,a,4
                        2022-10-30 03:00,a,5
                        """);
        assertThat(file.panel().copy(0)).containsExactly(1, 3, 5);
        assertThat(file.repeated()).isEqualTo(1);
    }

    @Test
    void theHourThatClocksSkipIsMissing() throws IOException {
        SeriesFile file =
                read(
                        """
                        time,series,value
                        2022-03-27 00:00,a,1
                        2022-03-27 01:00,a,2
                        2022-03-27 03:00,a,4
                        2022-03-27 04:00,a,NA
                        2022-03-27 05:00,a,6
                        """);
        assertThat(file.panel().copy(0)).containsExactly(1, 2, Double.NaN, 4, Double.NaN, 6);
        assertThat(file.blank()).isEqualTo(1);
        assertThat(file.missing()).isEqualTo(2);
    }

    @Test
    void stepsAreFoundForMarketDaysAndYears() throws IOException {
        SeriesFile days =
                read("time,value\n2020-01-01,1\n2020-01-02,2\n2020-01-03,3\n2020-01-06,4\n");
        assertThat(days.panel().grid().step()).isEqualTo(Step.ofMinutes(1440));
        assertThat(days.panel().length()).isEqualTo(6);
        SeriesFile years = read("time,value\n2000,1\n2001,2\n2002,3\n2004,4\n");
        assertThat(years.panel().grid().step()).isEqualTo(Step.ofMonths(12));
        assertThat(years.panel().copy(0)).containsExactly(1, 2, 3, Double.NaN, 4);
        assertThat(years.style().write(LocalDateTime.of(2004, 1, 1, 0, 0))).isEqualTo("2004");
    }

    @Test
    void aGzipFileIsReadAsAPlainOne() throws IOException {
        Path file = folder.resolve("f.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("time,series,value\n2020-01-01,a,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(SeriesFile.read(file).panel().at(0, 0)).isEqualTo(1);
    }

    @Test
    void timesAreWrittenAsTheyWereRead() {
        for (String text :
                new String[] {
                    "2022-07-25 13:00", "2022-07-25T13:00:00", "2022-07-25T13:00:00Z",
                    "2022-07-25T13:00:00+05:30", "2022-07-25", "2022"
                }) {
            assertThat(TimeStyle.of(text).write(TimeStyle.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void aBadFieldIsNamedWithItsPlace() throws IOException {
        Path file = written("time,series,value\n2020-01-01,a,1\n2020-01-02,a,one\n");
        assertThatThrownBy(() -> SeriesFile.read(file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("f.csv, line 3: value is 'one'; allowed: a finite number");
        Path time = written("time,series,value\n2020-13-01,a,1\n");
        assertThatThrownBy(() -> SeriesFile.read(time))
                .hasMessageContaining("line 2: time is '2020-13-01'; allowed:");
        Path fields = written("time,series,value\n2020-01-01,a\n");
        assertThatThrownBy(() -> SeriesFile.read(fields))
                .hasMessageContaining("line 2: 2 fields; allowed: 3");
        Path infinite = written("time,series,value\n2020-01-01,a,Infinity\n");
        assertThatThrownBy(() -> SeriesFile.read(infinite)).hasMessageContaining("'Infinity'");
    }

    @Test
    void aFileWithoutRowsOrColumnsIsRefused() throws IOException {
        Path empty = written("");
        assertThatThrownBy(() -> SeriesFile.read(empty)).hasMessageContaining("no header");
        Path headed = written("time,series,value\n");
        assertThatThrownBy(() -> SeriesFile.read(headed)).hasMessageContaining("no rows");
        Path other = written("when,what\n1,2\n");
        assertThatThrownBy(() -> SeriesFile.read(other)).hasMessageContaining("no column 'time'");
    }

    @Test
    void aHolidayAtMidnightIsOneAllDay() throws IOException {
        Panel panel =
                read("""
                time,series,value
                2020-12-25 00:00,a,1
                2020-12-25 12:00,a,1
                2020-12-26 00:00,a,1
                2020-12-26 12:00,a,1
                """)
                        .panel();
        Path file =
                written(
                        """
                        time,holiday,rain
                        2020-12-25 00:00,Christmas,0.5
                        2020-12-25 12:00,None,
                        2020-12-26 00:00,None,2
                        """);
        Covariates covariates = Covariates.read(file, panel);
        assertThat(covariates.holidays()).hasValue(new boolean[] {true, true, false, false});
        assertThat(covariates.names()).containsExactly("rain");
        assertThat(covariates.at(0, 0, 2)).isEqualTo(2);
        assertThat(covariates.at(0, 0, 1)).isNaN();
    }

    @Test
    void whatComesAfterAnEndIsGone() throws IOException {
        Panel panel = read("time,value\n2020-01-01,1\n2020-01-02,2\n2020-01-03,3\n").panel();
        assertThat(panel.before(2).copy(0)).containsExactly(1, 2);
        assertThat(panel.reaching(5).copy(0)).containsExactly(1, 2, 3, Double.NaN, Double.NaN);
    }
}
