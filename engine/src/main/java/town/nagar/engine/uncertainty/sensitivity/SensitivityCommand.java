package town.nagar.engine.uncertainty.sensitivity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import town.nagar.engine.cases.CaseException;
import town.nagar.engine.cases.CaseObject;

/** The command {@code engine sensitivity}: which inputs of a model move its output. */
public final class SensitivityCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private static final String HELP =
            """
            Tells which uncertain inputs move a model's output.

              engine sensitivity --case FILE [options]

              --case FILE      what is asked, in JSON, as below
              --sample FILE    write the inputs of every run as CSV, for a model of your own
              --results FILE   read that model's outputs: CSV, a line of names, then a row a run
              --threads N      threads for a built-in model, 1 to 256 (1); the result is the same
              --json           one JSON object instead of text
              --help           this text

            A case, with what holds where a field is left out:

              "method"        "sobol": each factor's share of the variance, alone and with interactions
                              "morris": screening by mean and spread of steps
                              "tornado": one factor at a time                        ("sobol")
              "model"         "ishigami" with "a" (7), "b" (0.1);
                              "linear" with "coefficients", "constant" (0);
                              "g-function" with "a", a list;
                              none for a model of your own: give "factors", --sample, --results
              "factors"       a list of {"name", "distribution", ...}:       (those of the model)
                              "uniform" with "low", "high";
                              "triangular" with "low", "mode", "high";
                              "normal" with "mean", "standard_deviation";
                              "log-normal" with "log_mean", "log_standard_deviation"
              "seed"          a whole number from 0                                       (1)
              "confidence"    of the intervals, between 0 and 1                        (0.95)
              sobol:          "samples" N, for N (k + 2) runs; a power of two          (1024)
                              "points", "sobol" or "chance"                         ("sobol")
                              "resamples" of the bootstrap                              (400)
              morris:         "trajectories" r, for r (k + 1) runs                       (20)
                              "levels", an even number                                    (4)
              tornado:        "share" of each factor's probability from low to high     (0.9)
              expected        "S1", "ST" (lists), "mean", "variance", within "tolerance" (0.02),
                              a share of the standard deviation or variance; sobol alone

            Sobol runs come sample by sample: A, A with factor 1, 2, ... from B, then B.
            Exit status: 0 done, 1 the work failed or is not as expected,
            2 bad arguments or a bad file.
            """;

    private SensitivityCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 the work failed or is not as the case expects, 2 bad arguments or a bad
     *     file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        SensitivityOptions options;
        try {
            options = SensitivityOptions.parse(args);
            if (options.has("--help")) {
                out.print(HELP);
                return DONE;
            }
            options.requireCase();
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "; see engine sensitivity --help");
            return BAD_INPUT;
        }
        return answer(options, out, err);
    }

    private static int answer(SensitivityOptions options, PrintStream out, PrintStream err) {
        Path file = options.requireCase();
        try {
            return answer(options, SensitivityCase.read(caseOf(file)), out, err);
        } catch (CaseException wrong) {
            err.println(wrong.getMessage());
        } catch (IllegalArgumentException wrong) {
            err.println("%s: %s".formatted(file, wrong.getMessage()));
        } catch (NoSuchFileException wrong) {
            err.println("%s: there is no such file".formatted(wrong.getMessage()));
        } catch (IOException wrong) {
            err.println("%s: %s".formatted(wrong.getMessage(), wrong.getClass().getSimpleName()));
            return FAILED;
        }
        return BAD_INPUT;
    }

    private static int answer(
            SensitivityOptions options, SensitivityCase asked, PrintStream out, PrintStream err)
            throws IOException {
        Optional<Path> sample = options.findFile("--sample");
        if (sample.isPresent()) {
            DesignFile.write(sample.get(), asked.design());
        }
        Optional<Path> results = options.findFile("--results");
        if (results.isEmpty() && asked.isForeign()) {
            return sampledOnly(sample, asked, out);
        }
        List<DesignFile.Column> columns =
                results.isPresent()
                        ? DesignFile.read(results.get(), asked.design().rows())
                        : List.of(asked.evaluate(options.threads()));
        List<SensitivityAnswer> answers = columns.stream().map(asked::answer).toList();
        out.println(options.has("--json") ? json(answers) : text(answers));
        List<String> misses = answers.stream().flatMap(a -> a.misses().stream()).toList();
        misses.forEach(err::println);
        return misses.isEmpty() ? DONE : FAILED;
    }

    private static int sampledOnly(Optional<Path> sample, SensitivityCase asked, PrintStream out) {
        Path file =
                sample.orElseThrow(() ->
                        new IllegalArgumentException(
                                "no model; give one, or --sample FILE and later --results FILE"));
        out.println(
                "%d rows for %d factors are in %s"
                        .formatted(asked.design().rows(), asked.design().factors().size(), file));
        return DONE;
    }

    private static CaseObject caseOf(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("a folder; allowed is a file");
        }
        try {
            return CaseObject.read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException wrong) {
            throw new IllegalArgumentException("there is no such file", wrong);
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException("the file is not UTF-8 text", wrong);
        }
    }

    private static String text(List<SensitivityAnswer> answers) {
        return String.join("\n\n", answers.stream().map(SensitivityAnswer::asText).toList());
    }

    /** One answer is an object; several, an object that lists them. */
    private static String json(List<SensitivityAnswer> answers) {
        List<String> objects = answers.stream().map(SensitivityAnswer::asJson).toList();
        return objects.size() == 1
                ? objects.getFirst()
                : "{\"outputs\":[" + String.join(",", objects) + "]}";
    }
}
