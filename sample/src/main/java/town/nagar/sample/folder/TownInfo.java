package town.nagar.sample.folder;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.places.Names;

/**
 * What a town is, as {@code town.json}.
 *
 * @param description what it is and what it is not, in a sentence
 * @param population people; 0 if not known
 * @param seed what the invented part was made from
 * @param generatorVersion of the program that wrote the folder
 * @param timezone an IANA name
 * @param simulated true if the whole town is invented; an imported town's sensors still are
 * @param attribution whom to name wherever the town is shown
 * @param assumptions what was not in the sources and was assumed or left out
 * @param counts how many of what there are
 */
public record TownInfo(
        String id,
        Names names,
        String description,
        Bounds bounds,
        long population,
        long seed,
        String generatorVersion,
        String timezone,
        boolean simulated,
        List<String> attribution,
        List<String> assumptions,
        SortedMap<String, Long> counts) {
    /** The version of the town folder's layout and of what a seed makes. */
    public static final String GENERATOR_VERSION = "1";

    public TownInfo {
        attribution = List.copyOf(attribution);
        assumptions = List.copyOf(assumptions);
        counts = new TreeMap<>(counts);
    }
}
