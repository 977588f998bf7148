package town.nagar.forecast.artifact;

import town.nagar.forecast.interval.HalfWidths;
import town.nagar.forecast.model.Learnt;

/**
 * A model as it is kept.
 *
 * @param widths of its intervals
 */
public record SavedModel(Provenance provenance, Learnt learnt, HalfWidths widths)
        implements AutoCloseable {
    @Override
    public void close() {
        learnt.close();
    }
}
