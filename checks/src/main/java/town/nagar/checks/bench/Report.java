package town.nagar.checks.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a benchmark found: printed as it goes, then kept as its section of docs/benchmarks.md. */
final class Report {
    private final String name;
    private final String command;
    private final PrintStream out;
    private final InstantSource clock;
    private final List<String> rows = new ArrayList<>();

    Report(String name, String command, PrintStream out, InstantSource clock) {
        this.name = name;
        this.command = command;
        this.out = out;
        this.clock = clock;
    }

    void note(String line) {
        out.println(line);
    }

    /** A measured figure with its unit, and the target it is held against, or an empty word. */
    void figure(String what, String value, String target) {
        out.printf(
                "%-58s %s%s%n", what, value, target.isEmpty() ? "" : "   (target: " + target + ")");
        rows.add("| %s | %s | %s |".formatted(what, value, target));
    }

    /** Replaces this benchmark's section. */
    void keep(Path file) throws IOException {
        String old = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
        Pattern section =
                Pattern.compile(
                        "\n## " + Pattern.quote(name) + "\n.*?(?=\n## |\\z)", Pattern.DOTALL);
        String rest = section.matcher(old).replaceAll(Matcher.quoteReplacement(""));
        Files.writeString(file, rest.stripTrailing() + "\n\n" + section());
    }

    private String section() {
        return """
        ## %s

        `%s`, %s, %s

        | figure | measured | target |
        |---|---|---|
        %s
        """
                .formatted(
                        name,
                        command,
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        Machine.describe(),
                        String.join("\n", rows));
    }
}
