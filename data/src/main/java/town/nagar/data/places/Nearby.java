package town.nagar.data.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import town.nagar.data.history.Sql;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** Where on the map to look: {@code bbox=minLon,minLat,maxLon,maxLat} or {@code near=lat,lon,m}. */
final class Nearby {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final double FARTHEST_METRES = 200_000;

    private Nearby() {}

    /** The condition on the columns lat and lon, or none. */
    static Sql condition(Query query, boolean geography) {
        Optional<String> bbox = query.find("bbox");
        Optional<String> near = query.find("near");
        if (bbox.isPresent() && near.isPresent()) {
            throw ApiException.invalidParameter("near", near.get(), "left out where bbox is given");
        }
        return bbox.map(Nearby::inside)
                .or(() -> near.map(text -> within(text, geography)))
                .orElse(Sql.of(""));
    }

    private static Sql inside(String text) {
        double[] box = numbers("bbox", text, 4, "minLon,minLat,maxLon,maxLat in degrees");
        check("bbox", text, box[1], box[0]);
        check("bbox", text, box[3], box[2]);
        return Sql.of(
                " AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?", box[0], box[2], box[1], box[3]);
    }

    private static Sql within(String text, boolean geography) {
        double[] near = numbers("near", text, 3, "lat,lon,radius in degrees and metres");
        check("near", text, near[0], near[1]);
        if (!(near[2] > 0 && near[2] <= FARTHEST_METRES)) {
            throw ApiException.invalidParameter(
                    "near", text, "with a radius of at most %.0f m".formatted(FARTHEST_METRES));
        }
        if (geography) {
            return Sql.of(
                    " AND ST_DWithin(location, ST_MakePoint(?, ?)::geography, ?)",
                    near[1],
                    near[0],
                    near[2]);
        }
        return Sql.of(
                " AND earth_box(ll_to_earth(?, ?), ?) @> ll_to_earth(lat, lon)"
                        + " AND earth_distance(ll_to_earth(?, ?), ll_to_earth(lat, lon)) <= ?",
                near[0],
                near[1],
                near[2],
                near[0],
                near[1],
                near[2]);
    }

    private static double[] numbers(String name, String text, int count, String rule) {
        List<String> cells = COMMA.splitAsStream(text).map(String::strip).toList();
        try {
            double[] numbers = cells.stream().mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw ApiException.invalidParameter(name, text, rule);
    }

    /** India's latitudes, 6 to 38, and longitudes, 68 to 98, have nothing in common. */
    private static void check(String name, String text, double lat, double lon) {
        boolean swapped = lat >= 68 && lat <= 98 && lon >= 6 && lon <= 38;
        if (swapped) {
            throw new ApiException(
                    400,
                    "COORDINATES_SWAPPED",
                    "Latitude and longitude of %s seem to be swapped".formatted(name),
                    Map.of("parameter", name, "provided", text, "lat", lat, "lon", lon),
                    Map.of());
        }
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw ApiException.invalidParameter(
                    name, text, "latitudes of -90 to 90, longitudes of -180 to 180");
        }
    }
}
