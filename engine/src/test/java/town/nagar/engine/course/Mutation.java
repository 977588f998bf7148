package town.nagar.engine.course;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** A text with something in it spoilt: a number, a word, a line, its end or a byte. */
public final class Mutation {
    private static final Purpose SPOIL = new Purpose(9_102, "what is spoilt in a file");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d[\\d.]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]+");
    private static final List<String> NUMBERS =
            List.of(
                    "-1",
                    "0",
                    "NaN",
                    "1e400",
                    "-1e308",
                    "1e-320",
                    "2147483648",
                    "1.5",
                    "",
                    "x",
                    "Infinity",
                    "99999999",
                    "1e9");
    private static final List<String> WORDS =
            List.of("", "nobody", "[", "\u0000", "\u0939", "-5", "\"");

    private final Chance chance;
    private int draws;

    private Mutation(long seed) {
        this.chance = Chance.of(seed, 0);
    }

    /** The text with one to three things in it spoilt, always the same for a seed. */
    public static String of(String text, long seed) {
        var mutation = new Mutation(seed);
        String spoilt = text;
        for (int left = 1 + mutation.below(3); left > 0; left--) {
            spoilt = mutation.spoil(spoilt);
        }
        return spoilt;
    }

    private String spoil(String text) {
        return switch (below(8)) {
            case 0, 1, 2 -> replace(text, NUMBER, NUMBERS.get(below(NUMBERS.size())));
            case 3, 4 -> replace(text, WORD, WORDS.get(below(WORDS.size())));
            case 5 -> text.substring(0, below(text.length() + 1));
            case 6 -> lines(text);
            default -> swap(text);
        };
    }

    private String replace(String text, Pattern what, String by) {
        var places = new ArrayList<int[]>();
        Matcher matcher = what.matcher(text);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(below(places.size()));
        return text.substring(0, place[0]) + by + text.substring(place[1]);
    }

    /** One line is left out, or comes twice. */
    private String lines(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        String taken = lines.remove(below(lines.size()));
        if (below(2) == 0) {
            int at = below(lines.size() + 1);
            lines.add(at, taken);
            lines.add(below(lines.size() + 1), taken);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Two characters change places. */
    private String swap(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var spoilt = new StringBuilder(text);
        int one = below(text.length());
        int other = below(text.length());
        spoilt.setCharAt(one, text.charAt(other));
        spoilt.setCharAt(other, text.charAt(one));
        return spoilt.toString();
    }

    private int below(int most) {
        return (int) (most * chance.uniform(0, draws++, SPOIL));
    }
}
