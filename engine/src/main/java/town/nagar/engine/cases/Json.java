package town.nagar.engine.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value and the line it starts on, counted from 1. */
sealed interface Json {
    int line();

    /** What it is, in a reader's words. */
    String told();

    record Text(String value, int line) implements Json {
        @Override
        public String told() {
            return "'" + value + "'";
        }
    }

    record Amount(double value, int line) implements Json {
        @Override
        public String told() {
            return String.valueOf(value);
        }
    }

    record Flag(boolean value, int line) implements Json {
        @Override
        public String told() {
            return String.valueOf(value);
        }
    }

    record Nothing(int line) implements Json {
        @Override
        public String told() {
            return "null";
        }
    }

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
