package town.nagar.simulation.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.simulation.input.Fields;

/** Hours of the day as {@code "08:00-20:00"}, or a list of such; also over midnight. */
final class Hours {
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,2}):00\\s*-\\s*(\\d{1,2}):00");
    private static final String ALLOWED =
            "; allowed are whole hours as \"08:00-20:00\" or a list of such,"
                    + " from 00:00 to 24:00; \"22:00-06:00\" goes over midnight";

    private Hours() {}

    static HourSet read(Fields fields, String name, HourSet unless) {
        if (!fields.has(name)) {
            return unless;
        }
        HourSet hours = HourSet.NEVER;
        for (String text : fields.texts(name)) {
            Optional<HourSet> window = window(text);
            if (window.isEmpty()) {
                fields.refuse(name, ALLOWED);
                return unless;
            }
            hours = hours.and(window.get());
        }
        return hours;
    }

    private static Optional<HourSet> window(String text) {
        Matcher window = WINDOW.matcher(text.strip());
        if (!window.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(window.group(1));
        int until = Integer.parseInt(window.group(2));
        boolean possible = from < HourSet.HOURS_A_DAY && until <= HourSet.HOURS_A_DAY;
        return possible && from != until ? Optional.of(HourSet.of(from, until)) : Optional.empty();
    }
}
