package town.nagar.streams.places;

import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.streams.enrich.Derivation;
import town.nagar.streams.window.Slicer;

/**
 * All that a domain's job is made of.
 *
 * @param derivation what a single reading says
 * @param slicer of the domain's own readings
 * @param beside slicers of other domains whose readings the logic looks at
 */
public record DomainLogic(
        Domain domain,
        Derivation derivation,
        Slicer slicer,
        List<Slicer> beside,
        PlaceLogic logic) {
    public DomainLogic {
        beside = List.copyOf(beside);
    }
}
