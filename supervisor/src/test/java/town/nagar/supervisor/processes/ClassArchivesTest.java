package town.nagar.supervisor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchivesTest {
    private static final String MAIN = Greeter.class.getName();

    @TempDir Path folder;
    private Path jar = Path.of("");
    private ClassArchives archives = new ClassArchives(Path.of(""), Path.of(""));
    private final List<String> reports = new ArrayList<>();

    /** A program of one class. */
    public static final class Greeter {
        private Greeter() {}

        public static void main(String[] args) {
            System.out.println("hello");
        }
    }

    @BeforeEach
    void packTheProgram() throws IOException {
        jar = folder.resolve("greeter.jar");
        String entry = MAIN.replace('.', '/') + ".class";
        try (InputStream bytes = Greeter.class.getClassLoader().getResourceAsStream(entry);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
        archives = new ClassArchives(folder.resolve("kept"), folder.resolve("notes"));
    }

    @Test
    void theSecondStartTakesItsClassesFromTheArchiveMadeOfTheFirst() throws IOException {
        assertThat(run(options())).contains("hello").doesNotContain("shared objects file");
        archives.makeAll(reports::add);

        assertThat(reports).isEmpty();
        List<String> later = options();
        assertThat(later).singleElement().asString().startsWith("-XX:SharedArchiveFile=");
        assertThat(run(with(later, "-Xshare:on", "-Xlog:class+load")))
                .containsPattern("ClassArchivesTest\\$Greeter source: shared objects file")
                .contains("hello");
    }

    @Test
    void anArchiveOfAnEarlierBuildIsNotUsedAndGoesWhenTheNewOneIsThere() throws IOException {
        run(options());
        archives.makeAll(reports::add);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));

        run(options());
        assertThat(options()).singleElement().asString().startsWith("-XX:DumpLoadedClassList=");
        archives.makeAll(reports::add);

        assertThat(options()).singleElement().asString().startsWith("-XX:SharedArchiveFile=");
        assertThat(kept()).hasSize(1);
        assertThat(reports).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsToldAndLeavesNothing() throws IOException {
        options(); // no start notes anything
        archives.makeAll(reports::add);

        assertThat(reports).singleElement().asString().contains(MAIN + ".classes");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatAKilledProcessWasMakingGoesAndWhatALivingOneMakesStays() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Files.createFile(kept.resolve("a-0123.jsa." + gone.pid()));
        Files.createFile(kept.resolve("a-0123.jsa." + ProcessHandle.current().pid()));
        Path living = kept.resolve("b-0123.jsa." + living());
        Path archive = kept.resolve("a-0123.jsa");
        Files.createFile(living);
        Files.createFile(archive);

        archives.makeAll(reports::add);

        assertThat(kept()).containsExactlyInAnyOrder(living, archive);
        assertThat(reports).isEmpty();
    }

    /** A process that is not this one's. */
    private static long living() {
        return ProcessHandle.current().parent().orElseThrow().pid();
    }

    @Test
    void aClassPathWithFoldersGoesWithout() throws IOException {
        assertThat(archives.options(List.of("-Xmx64m"), List.of(jar, folder), MAIN))
                .containsExactly("-Xmx64m");
    }

    private List<String> options() throws IOException {
        return archives.options(List.of(), List.of(jar), MAIN);
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private String run(List<String> options) throws IOException {
        return SystemTools.run(
                folder, 60, JavaCommand.plain(options, List.of(jar), MAIN, List.of()));
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.toList();
        }
    }
}
