package town.nagar.simulation.calibration;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import town.nagar.engine.cases.Answer;
import town.nagar.engine.cases.CaseKind;
import town.nagar.engine.cases.CaseObject;

/** Hourly counts to which a weekday's curve is fitted. */
final class DayCurveCase implements CaseKind {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final double MOST_VEHICLES = 1e9;

    @Override
    public List<String> marks() {
        return List.of("counts_file", "counts");
    }

    @Override
    public Answer solve(CaseObject question) {
        double heldOut = question.number("held_out_share", 0.01, 0.9, 0.25);
        int resamples = question.whole("resamples", 20, 10_000, 200);
        int seed = question.whole("seed", 0, Integer.MAX_VALUE, 1);
        question.ignore("source");
        question.ignore("note");
        HourlyCounts counts =
                HourlyCounts.of(question.has("counts") ? inPlace(question) : ofFile(question));
        return answer(
                Calibration.fit(
                        DayCurve.parameters(counts.most()), counts, heldOut, resamples, seed));
    }

    private static SortedMap<LocalDateTime, Double> inPlace(CaseObject question) {
        String first = question.text("first_hour");
        double[] vehicles = question.numbers("counts", 0, MOST_VEHICLES);
        question.refuseUnknown();
        try {
            var hour = LocalDateTime.parse(first, HOUR);
            SortedMap<LocalDateTime, Double> counts = new TreeMap<>();
            for (int at = 0; at < vehicles.length; at++) {
                counts.put(hour.plusHours(at), vehicles[at]);
            }
            return counts;
        } catch (DateTimeParseException _) {
            throw question.wrong(
                    "first_hour is '%s'; allowed are hours such as 2026-11-30 09:00"
                            .formatted(first));
        }
    }

    private static SortedMap<LocalDateTime, Double> ofFile(CaseObject question) {
        String file = question.text("counts_file");
        String time = question.findText("time_column").orElse("date_time");
        String count = question.findText("count_column").orElse("traffic_volume");
        question.refuseUnknown();
        try {
            return CountsFile.read(Path.of(file), time, count);
        } catch (IOException | InvalidPathException e) {
            throw question.wrong("counts_file is '%s': %s".formatted(file, reason(e)));
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case InvalidPathException _ -> "that is no name of a file";
            case ZipException _ -> "its name ends in .gz, and it is not packed by gzip";
            case EOFException _ -> "it ends in the midst of what gzip packed";
            default -> "it cannot be read; allowed is a file that may be read, not a folder";
        };
    }

    private static Answer answer(CalibrationReport report) {
        var answer = new Answer();
        for (CalibrationReport.Fitted one : report.fitted()) {
            String key = key(one.name());
            answer.number(key, one.value());
            answer.numbers(
                    key + "_interval", new double[] {one.interval().low(), one.interval().high()});
            if (one.atBound()) {
                answer.flag(key + "_at_its_bound", true);
            }
        }
        return answer.number("trained_error", report.trainedError())
                .number("held_out_error", report.heldOutError())
                .number("error_before_the_fit", report.startError())
                .number("weeks_fitted_to", report.trainedBlocks())
                .number("weeks_held_out", report.heldOutBlocks())
                .number("evaluations", report.evaluations())
                .numbers(
                        "share_of_each_hour",
                        DayCurve.shares(report.values()).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    /** {@code morning, width, h} as {@code morning_width_h}. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
