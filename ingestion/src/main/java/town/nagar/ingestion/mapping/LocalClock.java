package town.nagar.ingestion.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the clock on the wall into instants, row by row; remembers for each sensor which of two
 * equal hours at the end of summer time it is in.
 */
final class LocalClock {
    private static final int MAX_SENSORS = 10_000;

    private final Mapping.Time rule;
    private final DateTimeFormatter formatter;
    private final Map<String, LastSeen> inOverlap = new HashMap<>();

    /** Where a sensor is in a doubled hour. */
    private record LastSeen(LocalDateTime local, boolean second) {}

    LocalClock(Mapping.Time rule) {
        this.rule = rule;
        formatter = formatter(rule.format());
    }

    private static DateTimeFormatter formatter(String format) {
        if (format.startsWith("epoch-") || format.equals("iso")) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        }
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(format)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new MappingException(
                    "time.format is '%s'; allowed: such as yyyy-MM-dd HH:mm, or iso,"
                                    .formatted(format)
                            + " epoch-seconds, epoch-milliseconds",
                    e);
        }
    }

    /**
     * The instant of a cell.
     *
     * @throws MappingException if the cell is no time, or one that did not exist
     */
    Instant instant(String cell, String sensor) {
        try {
            return read(cell, sensor).plus(rule.shift());
        } catch (DateTimeException | NumberFormatException e) {
            throw new MappingException(
                    "time '%s' is not of the form %s".formatted(cell, rule.format()), e);
        }
    }

    private Instant read(String cell, String sensor) {
        return switch (rule.format()) {
            case "epoch-seconds" ->
                    Instant.ofEpochMilli(Math.round(Double.parseDouble(cell) * 1e3));
            case "epoch-milliseconds" -> Instant.ofEpochMilli(Math.round(Double.parseDouble(cell)));
            case "iso" -> iso(cell, sensor);
            default -> at(LocalDateTime.parse(cell, formatter), sensor);
        };
    }

    /** With offset, or else by the clock on the wall. */
    private Instant iso(String cell, String sensor) {
        boolean hasOffset = cell.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && cell.contains(":");
        return hasOffset
                ? OffsetDateTime.parse(cell).toInstant()
                : at(LocalDateTime.parse(cell.replace(' ', 'T'), formatter), sensor);
    }

    private Instant at(LocalDateTime local, String sensor) {
        List<ZoneOffset> offsets = rule.zone().getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 1 -> local.toInstant(offsets.getFirst());
            case 0 -> inGap(local);
            default -> local.toInstant(offsets.get(isLater(local, sensor) ? 1 : 0));
        };
    }

    private Instant inGap(LocalDateTime local) {
        ZoneOffsetTransition gap = rule.zone().getRules().getTransition(local);
        return switch (rule.gap()) {
            case REFUSE ->
                    throw new MappingException(
                            "time %s did not exist in %s".formatted(local, rule.zone()));
            case SHIFT -> local.toInstant(gap.getOffsetBefore());
        };
    }

    private boolean isLater(LocalDateTime local, String sensor) {
        return switch (rule.overlap()) {
            case EARLIER -> false;
            case LATER -> true;
            case IN_ORDER -> isSecond(local, sensor);
        };
    }

    private boolean isSecond(LocalDateTime local, String sensor) {
        boolean second =
                Optional.ofNullable(inOverlap.get(sensor))
                        .filter(last -> last.local().toLocalDate().equals(local.toLocalDate()))
                        .map(last -> last.second() || !local.isAfter(last.local()))
                        .orElse(false);
        if (inOverlap.size() < MAX_SENSORS || inOverlap.containsKey(sensor)) {
            inOverlap.put(sensor, new LastSeen(local, second));
        }
        return second;
    }
}
