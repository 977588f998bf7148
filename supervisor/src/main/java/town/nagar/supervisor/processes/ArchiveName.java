package town.nagar.supervisor.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one class archive holds for: a main class, on a class path as it was built, of one Java.
 *
 * @param build a digest of the class path's files, their sizes and times, and the Java
 */
record ArchiveName(String mainClass, String build) {
    private static final int DIGITS = 16;
    private static final String ENDING = ".jsa";
    private static final Pattern MAKING = Pattern.compile(".+\\.jsa\\.(\\d{1,18})");

    static ArchiveName of(String mainClass, List<Path> jars) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(System.getProperty("java.home")).append(Runtime.version());
        for (Path jar : jars) {
            text.append('\n').append(jar);
            text.append(' ').append(Files.size(jar));
            text.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
        }
        return new ArchiveName(mainClass, digest(text.toString()));
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The archive's file. */
    String archive() {
        return mainClass + "-" + build + ENDING;
    }

    /** The archive's file while a process makes it. */
    String making(long pid) {
        return archive() + "." + pid;
    }

    /** The process that makes an archive in a file, or made it; empty for other files. */
    static OptionalLong maker(Path file) {
        Matcher making = MAKING.matcher(file.getFileName().toString());
        return making.matches()
                ? OptionalLong.of(Long.parseLong(making.group(1)))
                : OptionalLong.empty();
    }

    /** The file of what a start loaded. */
    String note() {
        return mainClass + ".classes";
    }

    /** Whether a file is this main class's archive of another build. */
    boolean isOlder(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(mainClass + "-") && name.endsWith(ENDING) && !name.equals(archive());
    }
}
