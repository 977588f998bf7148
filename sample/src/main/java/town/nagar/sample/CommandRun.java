package town.nagar.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import town.nagar.contracts.json.ContractJson;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.TownInfo;

/** Runs one command with the exit codes that all have. */
final class CommandRun {
    static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private static final OptionSpec HELP =
            OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("show this text")
                    .build();

    private CommandRun() {}

    static int run(
            Function<PrintStream, Callable<Integer>> command,
            String[] args,
            PrintStream out,
            PrintStream err) {
        CommandLine line = new CommandLine(command.apply(out));
        line.getCommandSpec().addOption(HELP);
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(CommandRun::explain)
                .execute(args);
    }

    private static int explain(Exception reason, CommandLine line, ParseResult ignored)
            throws Exception {
        return switch (reason) {
            case TownFolderException bad -> say(line, bad.getMessage(), BAD_INPUT);
            case IllegalArgumentException bad -> say(line, bad.getMessage(), BAD_INPUT);
            case IOException failed -> say(line, "cannot be written or read: " + failed, FAILED);
            default -> throw reason;
        };
    }

    private static int say(CommandLine line, @Nullable String message, int code) {
        line.getErr().printf("%s: %s%n", line.getCommandName(), message);
        return code;
    }

    /** Says what was made. */
    static void report(Town town, Path folder, boolean json, PrintStream out) {
        TownInfo info = town.info();
        if (json) {
            out.println(new String(ContractJson.write(info), StandardCharsets.UTF_8));
            return;
        }
        out.printf("%s (%s, %s)%n", info.names().en(), info.names().hi(), info.names().gu());
        out.println(info.description());
        info.counts().forEach((what, count) -> out.printf("  %-16s %,d%n", what, count));
        info.assumptions().forEach(assumption -> out.println("  - " + assumption));
        info.attribution().forEach(credit -> out.println("  Credit: " + credit));
        out.println("Written to " + folder);
    }
}
