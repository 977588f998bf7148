package town.nagar.checks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code nagar validate [--data DIR] [--out FILE]}. */
public final class Validate {
    private static final String HELP =
            """
            ./nagar validate [--data DIR] [--out docs/validation.md]

            Solves every case with a published answer and writes them side by side.

              --data DIR   folder with assignment/ (TNTP files) and hydraulics/ (.inp files with X_nodes.csv);
                           without it those cases are left out
              --out FILE   the page; its pictures go to images/ beside it

            Exit status: 0 all agree, 1 some do not or the work failed, 2 bad arguments.\
            """;

    private Validate() {}

    private record Options(Optional<Path> data, Path out) {}

    /** Writes the page and ends with its verdict. */
    public static void main(String[] args) throws IOException {
        List<String> words = Arrays.asList(args);
        if (words.contains("--help")) {
            System.out.println(HELP);
            System.exit(0);
        }
        try {
            System.exit(run(parse(words)));
        } catch (IllegalArgumentException e) {
            System.err.printf("nagar validate: %s%n%s%n", e.getMessage(), HELP);
            System.exit(2);
        }
    }

    private static Options parse(List<String> words) {
        Optional<Path> data = Optional.empty();
        Path out = Path.of(System.getProperty("nagar.home", "."), "docs", "validation.md");
        for (int at = 0; at < words.size(); at += 2) {
            if (at + 1 == words.size()) {
                throw new IllegalArgumentException(words.get(at) + " has no value");
            }
            Path value = Path.of(words.get(at + 1));
            switch (words.get(at)) {
                case "--data" -> data = Optional.of(value);
                case "--out" -> out = value;
                default ->
                        throw new IllegalArgumentException(
                                "'%s' is no option; allowed are --data and --out"
                                        .formatted(words.get(at)));
            }
        }
        data.filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw new IllegalArgumentException("--data %s is no folder".formatted(folder));
                });
        return new Options(data, out);
    }

    private static int run(Options options) throws IOException {
        List<Chapter> chapters = chapters(options.data());
        keep(chapters, options.out().toAbsolutePath());
        long all = chapters.stream().mapToLong(chapter -> chapter.comparisons().size()).sum();
        long disagreeing = chapters.stream().mapToLong(Chapter::disagreeing).sum();
        chapters.stream()
                .flatMap(chapter -> chapter.comparisons().stream())
                .filter(comparison -> !comparison.agrees())
                .forEach(comparison -> System.out.println("differs " + comparison.row()));
        System.out.printf("%d of %d published answers met%n", all - disagreeing, all);
        return disagreeing == 0 ? 0 : 1;
    }

    /** All chapters with published answers, in the order of the page. */
    static List<Chapter> chapters(Optional<Path> data) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(ChanceChapter.write());
        chapters.add(TrafficChapter.write(data));
        WaterChapter.write(data).ifPresent(chapters::add);
        chapters.addAll(AirChapter.write());
        chapters.addAll(FarmChapter.write());
        chapters.add(UncertaintyChapter.write());
        return chapters;
    }

    private static void keep(List<Chapter> chapters, Path out) throws IOException {
        Path images = Objects.requireNonNull(out.getParent()).resolve("images");
        Files.createDirectories(images);
        for (Chapter chapter : chapters) {
            if (chapter.plot().isPresent()) {
                Plot plot = chapter.plot().orElseThrow();
                Files.writeString(images.resolve(plot.file()), plot.svg());
            }
        }
        Files.writeString(out, page(chapters, SimulatedOddEven.run()));
    }

    static String page(List<Chapter> chapters, List<EvidenceChapter.Simulated> simulated) {
        return """
        # Validation

        Published answers beside those of the engine, written by `./nagar validate --data DIR`. *Allowed* is how far
        apart the two may be; a row that says **no** is a disagreement that stands.

        %s
        %s\
        """
                .formatted(
                        chapters.stream().map(Chapter::text).collect(Collectors.joining("\n")),
                        EvidenceChapter.write(simulated));
    }
}
