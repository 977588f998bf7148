package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.binaries.ClassPaths;

/** Choices of servers that run on Java: they come from Maven and nowhere else. */
final class JavaServers {
    private JavaServers() {}

    /** The choice, its version read from the name of the jar that starts with a library's name. */
    static Choice choice(ClassPaths classPaths, String folder, String library, String lacks)
            throws IOException {
        Pattern jar = Pattern.compile(Pattern.quote(library) + "-(\\d[^/]*)\\.jar");
        List<String> versions =
                classPaths.of(folder).stream()
                        .map(Path::getFileName)
                        .map(name -> jar.matcher(name.toString()))
                        .filter(Matcher::matches)
                        .map(match -> match.group(1))
                        .toList();
        if (versions.isEmpty()) {
            throw new IOException("servers/%s brings no %s".formatted(folder, library));
        }
        return new Choice(
                Choice.Source.MAVEN, versions.getFirst(), classPaths.home(), Map.of(), lacks);
    }
}
