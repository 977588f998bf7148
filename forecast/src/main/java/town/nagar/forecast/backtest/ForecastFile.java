package town.nagar.forecast.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.series.TimeStyle;

/** Forecasts as CSV: {@code origin,time,series,value,lower,upper,model}; bounds of 95 %. */
final class ForecastFile {
    private ForecastFile() {}

    static void write(Path file, Outcome outcome, TimeStyle style) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            lines.write("origin,time,series,value,lower,upper,model\n");
            for (String model : outcome.asked()) {
                outcome.rows(model, row -> write(lines, outcome, style, row));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void write(
            BufferedWriter lines, Outcome outcome, TimeStyle style, Outcome.Row row) {
        TimeGrid grid = outcome.problem().panel().grid();
        String series = outcome.problem().panel().names().get(row.series());
        try {
            lines.write(style.write(grid.at(row.origin())));
            lines.write(',');
            lines.write(style.write(grid.at(row.origin() + row.step())));
            lines.write(',');
            lines.write(quoted(series));
            lines.write(',' + number(row.value()));
            lines.write(',' + number(row.ninetyFive().lower()));
            lines.write(',' + number(row.ninetyFive().upper()));
            lines.write(',' + row.model() + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number with eight significant digits; nothing if there is none. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(8))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
