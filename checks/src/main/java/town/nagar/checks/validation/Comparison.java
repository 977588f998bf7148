package town.nagar.checks.validation;

/**
 * One published answer and ours.
 *
 * @param what was asked, with the unit
 * @param published the answer as its source has it
 * @param ours what the engine gives
 * @param allowed how it is judged, in words
 * @param agrees whether it holds
 */
record Comparison(String what, String published, String ours, String allowed, boolean agrees) {
    /** An answer that must be met to within an amount. */
    static Comparison within(String what, double published, double ours, double amount) {
        return new Comparison(
                what,
                Figures.near(published, amount),
                Figures.near(ours, amount),
                amount == 0 ? "exactly" : "± " + Figures.plain(amount, 2),
                Math.abs(ours - published) <= amount);
    }

    /** An answer that must be met to within a share of itself. */
    static Comparison withinShare(String what, double published, double ours, double share) {
        return within(what, published, ours, share * Math.abs(published));
    }

    /** An error that may not exceed a bound. */
    static Comparison error(String what, double ours, double bound) {
        return new Comparison(
                what, "0", Figures.plain(ours, 2), "≤ " + Figures.plain(bound, 2), ours <= bound);
    }

    /** An error that may not exceed one that is known to be reached. */
    static Comparison noWorse(String what, double known, double ours) {
        return new Comparison(
                what, Figures.plain(known, 3), Figures.plain(ours, 3), "no larger", ours <= known);
    }

    String row() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(what, published, ours, allowed, agrees ? "yes" : "**no**");
    }
}
