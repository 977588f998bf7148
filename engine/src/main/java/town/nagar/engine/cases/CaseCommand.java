package town.nagar.engine.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command that answers the cases of one file: {@code --case FILE [--json]}. */
public final class CaseCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private final String name;
    private final String help;
    private final List<CaseKind> kinds;

    /**
     * A command.
     *
     * @param name as it is typed, such as {@code engine crop}
     * @param help what {@code --help} prints
     * @param kinds the questions it answers; the first whose marks are there answers
     */
    public CaseCommand(String name, String help, List<CaseKind> kinds) {
        this.name = name;
        this.help = help;
        this.kinds = List.copyOf(kinds);
    }

    private record Arguments(Path file, boolean json) {}

    /**
     * Runs the command.
     *
     * @return 0 answered, 1 not as the case expects, 2 bad arguments or a bad file
     */
    public int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.print(help);
            return DONE;
        }
        Arguments arguments;
        try {
            arguments = parse(args);
        } catch (IllegalArgumentException wrong) {
            err.println("%s; see %s --help".formatted(wrong.getMessage(), name));
            return BAD_INPUT;
        }
        return answer(arguments, out, err);
    }

    private static Arguments parse(String[] args) {
        Optional<Path> file = Optional.empty();
        boolean json = false;
        for (int index = 0; index < args.length; index++) {
            switch (args[index]) {
                case "--json" -> json = true;
                case "--case" -> file = Optional.of(path(args, ++index, file));
                default ->
                        throw new IllegalArgumentException(
                                "unknown argument '%s'".formatted(args[index]));
            }
        }
        return new Arguments(
                file.orElseThrow(() -> new IllegalArgumentException("--case is missing")), json);
    }

    private static Path path(String[] args, int index, Optional<Path> before) {
        if (before.isPresent()) {
            throw new IllegalArgumentException("--case is given twice");
        }
        if (index == args.length || args[index].startsWith("--")) {
            throw new IllegalArgumentException("--case needs a value");
        }
        try {
            return Path.of(args[index]);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(
                    "--case is '%s', which is no file name".formatted(args[index]), wrong);
        }
    }

    private int answer(Arguments arguments, PrintStream out, PrintStream err) {
        try {
            Answer answer = answer(CaseObject.read(arguments.file().toString(), text(arguments)));
            out.println(arguments.json() ? answer.asJson() : answer.asText());
            answer.misses().forEach(err::println);
            return answer.misses().isEmpty() ? DONE : FAILED;
        } catch (CaseException wrong) {
            err.println(wrong.getMessage());
        } catch (IllegalArgumentException wrong) {
            err.println("%s: %s".formatted(arguments.file(), wrong.getMessage()));
        }
        return BAD_INPUT;
    }

    private static String text(Arguments arguments) {
        if (Files.isDirectory(arguments.file())) {
            throw new CaseException(
                    "%s is a folder; allowed is a file".formatted(arguments.file()));
        }
        try {
            return Files.readString(arguments.file());
        } catch (NoSuchFileException wrong) {
            throw new CaseException("%s does not exist".formatted(arguments.file()));
        } catch (CharacterCodingException wrong) {
            throw new CaseException("%s is not UTF-8 text".formatted(arguments.file()));
        } catch (IOException wrong) {
            throw new CaseException(
                    "%s cannot be read: %s"
                            .formatted(arguments.file(), wrong.getClass().getSimpleName()));
        }
    }

    private Answer answer(CaseObject root) {
        Optional<CaseKind> kind = kindOf(root);
        return kind.isPresent() ? kind.get().solve(root) : answerEach(root);
    }

    private Answer answerEach(CaseObject root) {
        Answer answer = new Answer();
        var skipped = new ArrayList<>(root.names());
        for (CaseObject part : root.parts()) {
            kindOf(part)
                    .ifPresent(kind -> {
                        answer.part(part.name(), kind.solve(part));
                        skipped.remove(part.name());
                    });
        }
        if (skipped.size() == root.names().size()) {
            throw root.wrong(
                    "no case for %s; allowed are objects with one of %s"
                            .formatted(
                                    name,
                                    kinds.stream().flatMap(k -> k.marks().stream()).toList()));
        }
        return skipped.isEmpty() ? answer : answer.texts("skipped", skipped);
    }

    private Optional<CaseKind> kindOf(CaseObject question) {
        return kinds.stream().filter(kind -> marked(kind, question)).findFirst();
    }

    private static boolean marked(CaseKind kind, CaseObject question) {
        return kind.marks().stream().anyMatch(mark -> question.names().contains(mark));
    }
}
