package town.nagar.contracts.places;

/** A position on WGS 84, in degrees. */
public record Point(double lat, double lon) {
    /** Stands for a position that nobody gave: the Gulf of Guinea has no Indian town. */
    public static final Point NOWHERE = new Point(0, 0);

    public Point {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException(
                    "lat %s, lon %s: lat is -90 to 90, lon -180 to 180".formatted(lat, lon));
        }
    }
}
