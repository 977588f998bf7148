package town.nagar.ingestion.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.Domain;

/**
 * What the command line asks for.
 *
 * @param map the mapping's file; empty for the one that fits the file's name
 * @param speed how many times faster than the clock; 0 for as fast as acknowledgements come
 */
record ReplayArguments(
        Domain domain, Path file, Optional<Path> map, double speed, boolean mqtt, boolean json) {
    static final String USAGE =
            "usage: replay --domain D --file F [--map FILE] [--speed X] [--via mqtt|rest] [--json]";

    private static final List<String> OPTIONS =
            List.of("--domain", "--file", "--map", "--speed", "--via");

    /**
     * Reads arguments.
     *
     * @throws IllegalArgumentException if they are wrong; the message says how
     */
    static ReplayArguments of(String... args) {
        Map<String, String> given = new HashMap<>();
        boolean json = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--json")) {
                json = true;
            } else if (OPTIONS.contains(args[i]) && i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("'%s' is not expected".formatted(args[i]));
            }
        }
        return new ReplayArguments(
                Domain.of(required(given, "--domain")),
                file(required(given, "--file")),
                Optional.ofNullable(given.get("--map")).map(ReplayArguments::file),
                speed(given.getOrDefault("--speed", "0")),
                isMqtt(given.getOrDefault("--via", "rest")),
                json);
    }

    private static String required(Map<String, String> given, String option) {
        return Optional.ofNullable(given.get(option))
                .orElseThrow(() -> new IllegalArgumentException(option + " is missing"));
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("file '%s' cannot be read".formatted(name));
        }
        return file;
    }

    private static double speed(String text) {
        String number = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
        try {
            double speed = Double.parseDouble(number);
            if (speed >= 0 && Double.isFinite(speed)) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number below zero
        }
        throw new IllegalArgumentException(
                "--speed is '%s'; allowed: a number above 0 such as 60, or 0 for full speed"
                        .formatted(text));
    }

    private static boolean isMqtt(String via) {
        if (!via.equals("mqtt") && !via.equals("rest")) {
            throw new IllegalArgumentException("--via is '%s'; allowed: mqtt, rest".formatted(via));
        }
        return via.equals("mqtt");
    }
}
