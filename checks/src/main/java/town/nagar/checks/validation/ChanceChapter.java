package town.nagar.checks.validation;

import java.util.List;
import java.util.Locale;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** The random numbers' published words. */
final class ChanceChapter {
    private static final int LAST_DRAW = Chance.DRAWS_PER_PURPOSE - 1;

    private ChanceChapter() {}

    static Chapter write() {
        Purpose none = new Purpose(0, "first");
        Purpose last = new Purpose(0xFFFF, "last");
        Purpose pi = new Purpose(0x0370, "digits of pi");
        return Chapter.of(
                "Chance",
                """
                Philox4x32-10: Salmon, Moraes, Dror, Shaw, SC'11, and the known answers published with
                Random123 (`kat_vectors`). The first two of the four words of each.\
                """,
                List.of(
                        vector(
                                "counter and key all zeros",
                                0x6627e8d5e169c58dL,
                                Chance.of(0, 0).bits(0, 0, none, 0)),
                        vector(
                                "counter and key all ones",
                                0x408f276d41c83b0eL,
                                Chance.of(-1, -1).bits(-1, -1, last, LAST_DRAW)),
                        vector(
                                "counter and key the digits of π",
                                0xd16cfe0994fdccebL,
                                Chance.of(0x299f31d0a4093822L, 0x13198a2e)
                                        .bits(0x243f6a88, 0x85a308d3, pi, 0x7344))));
    }

    private static Comparison vector(String what, long published, long ours) {
        return new Comparison(what, words(published), words(ours), "same bits", published == ours);
    }

    private static String words(long bits) {
        return String.format(Locale.ROOT, "`%08x %08x`", bits >>> 32, bits & 0xFFFFFFFFL);
    }
}
