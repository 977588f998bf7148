package town.nagar.sample.layout;

import java.util.Locale;

/** Soils round the sample town; percent by volume, within FAO-56 table 19. */
enum Soil {
    SANDY_LOAM(23, 11),
    LOAM(25, 12),
    SILT_LOAM(29, 15),
    CLAY(36, 22);

    private final double fieldCapacity;
    private final double wiltingPoint;

    Soil(double fieldCapacity, double wiltingPoint) {
        this.fieldCapacity = fieldCapacity;
        this.wiltingPoint = wiltingPoint;
    }

    double fieldCapacity() {
        return fieldCapacity;
    }

    double wiltingPoint() {
        return wiltingPoint;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
