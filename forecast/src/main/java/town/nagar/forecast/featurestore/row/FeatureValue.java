package town.nagar.forecast.featurestore.row;

import town.nagar.forecast.feature.Feature;

/** One value of a feature, of one of Feast's types. */
public sealed interface FeatureValue {
    /** No value. */
    record Missing() implements FeatureValue {}

    /** Feast's FLOAT. */
    record Single(float value) implements FeatureValue {}

    /** Feast's DOUBLE. */
    record Real(double value) implements FeatureValue {}

    /** Feast's INT64. */
    record Whole(long value) implements FeatureValue {}

    /** Feast's STRING. */
    record Text(String value) implements FeatureValue {}

    /** Feast's BOOL. */
    record Truth(boolean value) implements FeatureValue {}

    /** Known to be unknown. */
    static FeatureValue missing() {
        return new Missing();
    }

    /** A computed value; NaN is missing. */
    static FeatureValue of(float value) {
        return Float.isNaN(value) ? missing() : new Single(value);
    }

    /** Whether it may stand for a feature of a type. */
    default boolean isOf(Feature.Type type) {
        return switch (this) {
            case Missing _ -> true;
            case Single _ -> type == Feature.Type.FLOAT;
            case Real _ -> type == Feature.Type.DOUBLE;
            case Whole _ -> type == Feature.Type.INT64;
            case Text _ -> type == Feature.Type.STRING;
            case Truth _ -> type == Feature.Type.BOOL;
        };
    }

    /** The number that ranges are checked on; NaN where it is missing, 0 where it is none. */
    default double number() {
        return switch (this) {
            case Missing _ -> Double.NaN;
            case Single(var value) -> value;
            case Real(var value) -> value;
            case Whole(var value) -> value;
            case Text _ -> 0;
            case Truth(var value) -> value ? 1 : 0;
        };
    }
}
