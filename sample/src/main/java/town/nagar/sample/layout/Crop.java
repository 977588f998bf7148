package town.nagar.sample.layout;

import java.util.Locale;

/**
 * What grows on the sample's fields.
 *
 * <p>Mid-season crop coefficient and root depth: FAO-56 tables 12 and 22; yield response to water:
 * FAO-33. Values within the printed ranges.
 */
enum Crop {
    WHEAT("rabi", 1.15, 1.05, 1.2),
    COTTON("kharif", 1.15, 0.85, 1.2),
    GROUNDNUT("kharif", 1.15, 0.70, 0.8),
    POTATO("rabi", 1.15, 1.10, 0.5),
    MAIZE("kharif", 1.20, 1.25, 1.2),
    ONION("rabi", 1.05, 1.10, 0.45),
    SORGHUM("kharif", 1.05, 0.90, 1.2);

    private final String season;
    private final double kc;
    private final double ky;
    private final double rootDepthM;

    Crop(String season, double kc, double ky, double rootDepthM) {
        this.season = season;
        this.kc = kc;
        this.ky = ky;
        this.rootDepthM = rootDepthM;
    }

    String season() {
        return season;
    }

    double kc() {
        return kc;
    }

    double ky() {
        return ky;
    }

    double rootDepthM() {
        return rootDepthM;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
