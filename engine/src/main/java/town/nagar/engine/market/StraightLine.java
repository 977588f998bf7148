package town.nagar.engine.market;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.engine.cases.CaseObject;

/** A quantity as a straight line of price, as {@code Q=10+1*P(t-1)} writes it. */
record StraightLine(double atZero, double slope) {
    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
    private static final Pattern LINE =
            Pattern.compile(
                    "Q=(?<zero>-?%s)(?<sign>[+-])(?<slope>%s)?\\*?P(?:\\(t(?:-1)?\\))?"
                            .formatted(NUMBER, NUMBER));

    static StraightLine read(CaseObject question, String field) {
        String text = question.text(field);
        Matcher line = LINE.matcher(text.replace(" ", ""));
        if (!line.matches()) {
            throw question.wrong(
                    "%s is '%s'; allowed are lines such as Q=100-2P".formatted(field, text));
        }
        String slope = line.group("slope") == null ? "1" : line.group("slope");
        return new StraightLine(
                Double.parseDouble(line.group("zero")),
                Double.parseDouble(line.group("sign") + slope));
    }
}
