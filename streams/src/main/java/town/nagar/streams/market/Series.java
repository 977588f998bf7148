package town.nagar.streams.market;

/**
 * The parts of a series' id.
 *
 * @param variety empty if the series is of all
 */
record Series(String mandi, String commodity, String variety) {
    static Series of(String id) {
        String[] parts = id.split(":", 3);
        return new Series(
                parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /** For people. */
    String title() {
        return variety.isEmpty()
                ? "%s at %s".formatted(commodity, mandi)
                : "%s (%s) at %s".formatted(commodity, variety, mandi);
    }
}
