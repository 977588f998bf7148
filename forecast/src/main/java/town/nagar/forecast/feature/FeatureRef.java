package town.nagar.forecast.feature;

/** One feature of a view. */
public record FeatureRef(FeatureView view, Feature feature) {
    /** As Feast writes it: {@code view:feature}. */
    public String words() {
        return view.name() + ":" + feature.name();
    }
}
