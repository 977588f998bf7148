package town.nagar.engine.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value and the line it starts on, counted from 1. */
public sealed interface Json {
    /** The line it starts on. */
    int line();

    /** What it is, in a reader's words. */
    String told();

    /** A text. */
    record Text(String value, int line) implements Json {
        @Override
        public String told() {
            return "'" + value + "'";
        }
    }

    /**
     * A number; also NaN and the infinities, which the field that they stand in has to refuse.
     *
     * @param text as it stands in the file
     */
    record Amount(double value, String text, int line) implements Json {
        @Override
        public String told() {
            return text;
        }
    }

    /** True or false. */
    record Flag(boolean value, int line) implements Json {
        @Override
        public String told() {
            return String.valueOf(value);
        }
    }

    /** What stands for nothing. */
    record Nothing(int line) implements Json {
        @Override
        public String told() {
            return "null";
        }
    }

    /** A list. */
    record Items(List<Json> values, int line) implements Json {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String told() {
            return "a list";
        }
    }

    /** Members in the order of the file. */
    record Members(Map<String, Json> values, int line) implements Json {
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String told() {
            return "an object";
        }
    }
}
