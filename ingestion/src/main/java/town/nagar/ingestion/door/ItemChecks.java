package town.nagar.ingestion.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.ingestion.units.Conversion;
import town.nagar.ingestion.units.Units;

/** What must hold for an item before it becomes a reading; the item keeps what does not. */
final class ItemChecks {
    /** 1990-01-01T00:00Z. */
    private static final long OLDEST_MILLIS = 631_152_000_000L;

    private static final double INDIA_LAT_MIN = 6;
    private static final double INDIA_LAT_MAX = 38;
    private static final double INDIA_LON_MIN = 68;
    private static final double INDIA_LON_MAX = 98;

    private final long refusedAheadMillis;

    ItemChecks(DoorSettings settings) {
        refusedAheadMillis = settings.refusedAheadAfter().toMillis();
    }

    /**
     * Brings the values to canonical units and checks them.
     *
     * @return whether any value was converted; its original is then in the labels
     */
    boolean check(Item item, Domain domain, long nowMillis) {
        boolean converted = convert(item, domain);
        checkRanges(item, domain);
        checkPosition(item);
        checkTime(item, nowMillis);
        return converted;
    }

    private static boolean convert(Item item, Domain domain) {
        boolean converted = false;
        List<Quantity> quantities = Quantities.of(domain).list();
        for (int i = 0; i < item.values.length; i++) {
            String unit = item.unit(i);
            if (!unit.isEmpty() && !Double.isNaN(item.values[i])) {
                converted |= convert(item, quantities.get(i), unit);
            }
        }
        return converted;
    }

    private static boolean convert(Item item, Quantity quantity, String unit) {
        Optional<Conversion> found = Units.find(quantity, unit);
        if (found.isEmpty()) {
            item.wrong(
                    Reason.UNKNOWN_UNIT,
                    "unit '%s' of %s is none of %s"
                            .formatted(unit, quantity.name(), Units.known(quantity)));
            return false;
        }
        Conversion conversion = found.get();
        if (conversion.changesNothing()) {
            return false;
        }
        double original = item.values[quantity.index()];
        item.values[quantity.index()] = conversion.apply(original);
        String reference = conversion.reference().isEmpty() ? "" : " at " + conversion.reference();
        item.label("original_" + quantity.name(), original + " " + unit + reference);
        return true;
    }

    private static void checkRanges(Item item, Domain domain) {
        List<Quantity> quantities = Quantities.of(domain).list();
        for (int i = 0; i < item.values.length; i++) {
            double value = item.values[i];
            if (!Double.isNaN(value) && !quantities.get(i).physical().holds(value)) {
                Quantity quantity = quantities.get(i);
                item.wrong(
                        Reason.OUTSIDE_PHYSICAL_RANGE,
                        "%s is %s %s; allowed: %s"
                                .formatted(
                                        quantity.name(),
                                        value,
                                        quantity.unit(),
                                        quantity.physical()));
                return;
            }
        }
    }

    private static void checkPosition(Item item) {
        if (Double.isNaN(item.lat)) {
            return;
        }
        boolean swapped =
                item.lat >= INDIA_LON_MIN
                        && item.lat <= INDIA_LON_MAX
                        && item.lon >= INDIA_LAT_MIN
                        && item.lon <= INDIA_LAT_MAX;
        if (swapped) {
            item.wrong(
                    Reason.COORDINATES_SWAPPED,
                    "lat %s, lon %s: latitude comes first".formatted(item.lat, item.lon));
        } else if (Math.abs(item.lat) > 90) {
            item.wrong(
                    Reason.OUTSIDE_PHYSICAL_RANGE,
                    "lat is %s deg; allowed: -90 to 90".formatted(item.lat));
        }
    }

    private void checkTime(Item item, long nowMillis) {
        if (item.isWrong()) {
            return;
        }
        if (!item.impossibleTime.isEmpty()) {
            item.wrong(
                    Reason.BAD_EVENT_TIME,
                    "event_time '%s': there is no such day".formatted(item.impossibleTime));
        } else if (item.eventMillis < OLDEST_MILLIS) {
            item.wrong(
                    Reason.EVENT_TIME_TOO_OLD,
                    "event_time %s is before 1990; numbers are milliseconds, not seconds"
                            .formatted(inWords(item.eventMillis)));
        } else if (item.eventMillis - nowMillis > refusedAheadMillis) {
            item.wrong(
                    Reason.EVENT_TIME_IN_FUTURE,
                    "event_time %s is more than %d h ahead of %s"
                            .formatted(
                                    inWords(item.eventMillis),
                                    refusedAheadMillis / 3_600_000,
                                    Instant.ofEpochMilli(nowMillis)));
        }
    }

    private static String inWords(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** Whether the prices of a market's day contradict each other. */
    static boolean pricesContradict(Item item, Domain domain) {
        if (domain != Domain.MARKET) {
            return false;
        }
        Quantities quantities = Quantities.of(domain);
        double min = item.values[quantities.get("min_price").index()];
        double max = item.values[quantities.get("max_price").index()];
        double modal = item.values[quantities.get("modal_price").index()];
        return min > max || modal < min || modal > max;
    }
}
