package town.nagar.checks.validation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small picture: lines of ours and rings of published points.
 *
 * @param file its name among the images
 * @param logarithmic whether both axes are
 */
record Plot(
        String file,
        String title,
        String across,
        String upwards,
        boolean logarithmic,
        List<Series> series) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 74;
    private static final int RIGHT = 150;
    private static final int TOP = 34;
    private static final int BOTTOM = 46;
    private static final int TICKS = 5;
    private static final List<String> COLOURS = List.of("#1d5f8a", "#b3541e", "#4a7a2c", "#7a3b74");

    /**
     * Points by their place.
     *
     * @param published whether they are drawn as rings rather than joined
     */
    record Series(String name, boolean published, List<Double> x, List<Double> y) {
        Series {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    Plot {
        series = List.copyOf(series);
    }

    private record Axis(double low, double high, boolean logarithmic) {
        static Axis of(List<Double> values, boolean logarithmic) {
            double low = values.stream().mapToDouble(v -> v).min().orElseThrow();
            double high = values.stream().mapToDouble(v -> v).max().orElseThrow();
            if (logarithmic) {
                return new Axis(Math.log10(low), Math.log10(high), true);
            }
            double margin = 0.05 * (high - low);
            return new Axis(low - margin, high + margin, false);
        }

        double share(double value) {
            return ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
        }

        double tick(int number) {
            double at = low + (high - low) * number / (TICKS - 1);
            return logarithmic ? Math.pow(10, at) : at;
        }
    }

    private Axis axis(boolean vertical) {
        return Axis.of(
                series.stream().flatMap(s -> (vertical ? s.y : s.x).stream()).toList(),
                logarithmic);
    }

    /** The picture as SVG. */
    String svg() {
        Axis horizontal = axis(false);
        Axis vertical = axis(true);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <title>%s</title>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <text x="%d" y="20" font-size="14">%s</text>
        %s
        %s
        <text x="%d" y="%d" text-anchor="middle">%s</text>
        <text x="14" y="%d" text-anchor="middle" transform="rotate(-90 14 %d)">%s</text>
        </svg>
        """
                .formatted(
                        WIDTH,
                        HEIGHT,
                        title,
                        LEFT,
                        title,
                        ticks(horizontal, vertical),
                        IntStream.range(0, series.size())
                                .mapToObj(n -> drawn(n, horizontal, vertical))
                                .collect(Collectors.joining("\n")),
                        (LEFT + WIDTH - RIGHT) / 2,
                        HEIGHT - 8,
                        across,
                        (TOP + HEIGHT - BOTTOM) / 2,
                        (TOP + HEIGHT - BOTTOM) / 2,
                        upwards);
    }

    private static double left(Axis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double top(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String ticks(Axis horizontal, Axis vertical) {
        return IntStream.range(0, TICKS)
                .mapToObj(n -> tick(horizontal.tick(n), vertical.tick(n), horizontal, vertical))
                .collect(Collectors.joining("\n"));
    }

    private static String tick(double x, double y, Axis horizontal, Axis vertical) {
        double left = left(horizontal, x);
        double top = top(vertical, y);
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#e4e4e4\"/>"
                        + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                        + "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e4e4e4\"/>"
                        + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                left,
                TOP,
                left,
                HEIGHT - BOTTOM,
                left,
                HEIGHT - BOTTOM + 16,
                Figures.plain(x, 3),
                LEFT,
                top,
                WIDTH - RIGHT,
                top,
                LEFT - 6,
                top + 4,
                Figures.plain(y, 3));
    }

    private String drawn(int number, Axis horizontal, Axis vertical) {
        Series points = series.get(number);
        String colour = COLOURS.get(number % COLOURS.size());
        String shape =
                points.published
                        ? IntStream.range(0, points.x.size())
                                .mapToObj(n ->
                                        String.format(
                                                Locale.ROOT,
                                                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                                                left(horizontal, points.x.get(n)),
                                                top(vertical, points.y.get(n)),
                                                colour))
                                .collect(Collectors.joining())
                        : "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>"
                                .formatted(colour, path(points, horizontal, vertical));
        return shape
                + "\n<text x=\"%d\" y=\"%d\" fill=\"%s\">%s %s</text>"
                        .formatted(
                                WIDTH - RIGHT + 10,
                                TOP + 16 + 18 * number,
                                colour,
                                points.published ? "○" : "—",
                                points.name);
    }

    private static String path(Series points, Axis horizontal, Axis vertical) {
        return IntStream.range(0, points.x.size())
                .mapToObj(n ->
                        String.format(
                                Locale.ROOT,
                                "%.1f,%.1f",
                                left(horizontal, points.x.get(n)),
                                top(vertical, points.y.get(n))))
                .collect(Collectors.joining(" "));
    }
}
