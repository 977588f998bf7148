package town.nagar.supervisor.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are unpacked for the first data folder and linked into the others. */
final class KeptProgramsTest {
    @TempDir Path dir;

    private int made;

    private void make(Path folder) throws IOException {
        made++;
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("server");
        Files.writeString(program, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(folder.resolve("bin/alias"), Path.of("server"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void areMadeOnceAndAreWholeWithoutWhatWasKept() throws IOException {
        KeptPrograms programs = new KeptPrograms(dir.resolve("kept"));
        Path first = dir.resolve("first/packages");
        Path second = dir.resolve("second/packages");
        programs.bring("server-1", first, this::make);
        programs.bring("server-1", second, this::make);
        assertThat(made).isEqualTo(1);
        assertThat(names(dir.resolve("kept"))).containsExactly("server-1");
        DebianPackages.deleteTree(dir.resolve("kept"));
        for (Path folder : List.of(first, second)) {
            assertThat(folder.resolve("bin/server")).isExecutable().hasContent("#!/bin/sh\n");
            assertThat(folder.resolve("bin/alias")).isSymbolicLink().isExecutable();
            assertThat(names(folder.resolve(".."))).containsExactly("packages");
        }
    }

    @Test
    void ofAnotherVersionAreMadeAnewAndThoseThatAreThereStay() throws IOException {
        KeptPrograms programs = new KeptPrograms(dir.resolve("kept"));
        Path first = dir.resolve("first/packages");
        programs.bring("server-1", first, this::make);
        programs.bring("server-2", first, this::make);
        assertThat(made).isEqualTo(1);
        programs.bring("server-2", dir.resolve("second/packages"), this::make);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void thatCannotBeMadeLeaveNothing() throws IOException {
        KeptPrograms programs = new KeptPrograms(dir.resolve("kept"));
        assertThatThrownBy(() ->
                        programs.bring(
                                "server-1",
                                dir.resolve("town/packages"),
                                folder -> {
                                    make(folder);
                                    throw new IOException("the disk is full");
                                }))
                .hasMessage("the disk is full");
        assertThat(names(dir.resolve("kept"))).isEmpty();
        assertThat(dir.resolve("town")).doesNotExist();
    }

    @Test
    void areMadeInPlaceWhereNothingCanBeKept() throws IOException {
        Path notAFolder = Files.writeString(dir.resolve("file"), "");
        Path town = dir.resolve("town/packages");
        new KeptPrograms(notAFolder.resolve("kept")).bring("server-1", town, this::make);
        assertThat(town.resolve("bin/server")).isExecutable();
    }
}
