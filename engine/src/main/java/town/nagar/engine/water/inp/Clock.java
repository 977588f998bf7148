package town.nagar.engine.water.inp;

import java.util.Locale;

/** Times as network files write them: 24, 24:00, 1:30:15, 90 MIN, 6 AM. */
final class Clock {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HALF_DAY_HOURS = 12;
    private static final double MOST_SECONDS = 100 * 366 * 86_400.0;

    private Clock() {}

    /**
     * Seconds told by the field and the unit after it, if there is one; hours without a unit.
     *
     * @throws InpException naming the line if the field is no time
     */
    static long seconds(InpLine line, int index, String name) {
        double hours = hours(line, index, name);
        String unit = line.word(index + 1);
        double seconds = Math.rint(SECONDS_PER_HOUR * inUnit(line, hours, unit));
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw line.refusal(
                    "%s \"%s\": 0 to 100 years are allowed"
                            .formatted(name, line.text(index, name)));
        }
        return (long) seconds;
    }

    private static double hours(InpLine line, int index, String name) {
        String text = line.text(index, name);
        if (InpLine.isNumber(text)) {
            return Double.parseDouble(text);
        }
        if (!text.matches("\\d{1,8}:\\d{1,2}(:\\d{1,2})?")) {
            throw line.refusal(
                    "%s \"%s\": hours as 1.5 or 1:30 or 1:30:00 are allowed".formatted(name, text));
        }
        double hours = 0;
        double weight = 1;
        for (String part : text.split(":", -1)) {
            hours += Integer.parseInt(part) / weight;
            weight *= 60;
        }
        return hours;
    }

    private static double inUnit(InpLine line, double value, String unit) {
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "" -> value;
            case "AM" -> morning(line, value);
            case "PM" -> morning(line, value) + HALF_DAY_HOURS;
            default -> byUnit(line, value, unit);
        };
    }

    private static double byUnit(InpLine line, double value, String unit) {
        if (unit.startsWith("SEC")) {
            return value / SECONDS_PER_HOUR;
        }
        if (unit.startsWith("MIN")) {
            return value / 60;
        }
        if (unit.startsWith("HOU")) {
            return value;
        }
        if (unit.startsWith("DAY")) {
            return value * 24;
        }
        throw line.refusal(
                "time unit \"%s\": SEC, MIN, HOURS, DAYS, AM or PM is allowed".formatted(unit));
    }

    private static double morning(InpLine line, double hours) {
        if (hours >= HALF_DAY_HOURS + 1) {
            throw line.refusal("%s o'clock: below 13 is allowed with AM or PM".formatted(hours));
        }
        return hours >= HALF_DAY_HOURS ? hours - HALF_DAY_HOURS : hours;
    }
}
