package town.nagar.streams.enrich;

import java.io.Serializable;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.reference.ReferenceBook;

/** What a domain derives from a single reading. */
@FunctionalInterface
public interface Derivation extends Serializable {
    Derived derive(Reading reading, ReferenceBook book);
}
