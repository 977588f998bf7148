package town.nagar.simulation.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value and the line it starts on, counted from 1. */
sealed interface Located {
    int line();

    /** What it is, in a reader's words. */
    String told();

    record Text(String value, int line) implements Located {
        @Override
        public String told() {
            return "'" + value + "'";
        }
    }

    /**
     * A number, also NaN and the infinities.
     *
     * @param text as it stands in the file
     */
    record Amount(double value, String text, int line) implements Located {
        @Override
        public String told() {
            return text;
        }
    }

    record Flag(boolean value, int line) implements Located {
        @Override
        public String told() {
            return String.valueOf(value);
        }
    }

    record Nothing(int line) implements Located {
        @Override
        public String told() {
            return "null";
        }
    }

    record Items(List<Located> values, int line) implements Located {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String told() {
            return "a list";
        }
    }

    /** Members in the order of the file. */
    record Members(Map<String, Located> values, int line) implements Located {
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String told() {
            return "an object";
        }
    }
}
