package town.nagar.engine.town.plan;

/** A place where roads meet, in metres from the plan's common point. */
public record RoadNode(double eastMetres, double northMetres) {
    /**
     * @throws IllegalArgumentException if a coordinate is no usable number
     */
    public RoadNode {
        Ranges.requireBetween("road node, east m", eastMetres, -1e7, 1e7);
        Ranges.requireBetween("road node, north m", northMetres, -1e7, 1e7);
    }
}
