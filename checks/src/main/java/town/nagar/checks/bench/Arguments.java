package town.nagar.checks.bench;

import java.util.List;

/** Options of a benchmark such as {@code --minutes 10}. */
record Arguments(List<String> words) {
    Arguments {
        words = List.copyOf(words);
    }

    double number(String name, double otherwise) {
        int at = words.indexOf("--" + name);
        return at < 0 ? otherwise : Double.parseDouble(words.get(at + 1));
    }

    String word(String name, String otherwise) {
        int at = words.indexOf("--" + name);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}
