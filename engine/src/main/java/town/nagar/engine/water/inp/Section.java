package town.nagar.engine.water.inp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sections of a network file; a heading is known by its first four letters, as in EPANET. */
enum Section {
    TITLE,
    JUNCTIONS,
    RESERVOIRS,
    TANKS,
    PIPES,
    PUMPS,
    VALVES,
    DEMANDS,
    PATTERNS,
    CURVES,
    EMITTERS,
    STATUS,
    CONTROLS,
    RULES,
    TIMES,
    OPTIONS,
    COORDINATES,
    ENERGY("energy prices change no pressure or flow"),
    QUALITY("water quality is not computed"),
    SOURCES("water quality is not computed"),
    REACTIONS("water quality is not computed"),
    MIXING("water quality is not computed"),
    REPORT("the form of a report changes no pressure or flow"),
    VERTICES("the shape of a drawing changes no pressure or flow"),
    LABELS("a drawing's labels change no pressure or flow"),
    BACKDROP("a drawing's backdrop changes no pressure or flow"),
    TAGS("tags change no pressure or flow"),
    END;

    private final String whyIgnored;

    Section() {
        this("");
    }

    Section(String whyIgnored) {
        this.whyIgnored = whyIgnored;
    }

    boolean isIgnored() {
        return !whyIgnored.isEmpty();
    }

    String whyIgnored() {
        return whyIgnored;
    }

    static Optional<Section> find(String heading) {
        String letters = heading.replace("[", "").replace("]", "").toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(s -> s.isMeantBy(letters)).findFirst();
    }

    private boolean isMeantBy(String letters) {
        String start = name().substring(0, Math.min(4, name().length()));
        return letters.startsWith(start);
    }
}
