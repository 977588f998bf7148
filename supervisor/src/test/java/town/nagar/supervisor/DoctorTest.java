package town.nagar.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir private Path folder;

    @Test
    void anOldJavaIsAProblemWithARemedy() {
        assertThat(Doctor.java(24).line())
                .isEqualTo("PROBLEM java: Java 24 -> start with JDK 25 or newer");
        assertThat(Doctor.java(25).severity()).isEqualTo(Finding.Severity.GOOD);
    }

    @Test
    void littleDiskIsAWarningAndNoneAProblem() {
        assertThat(Doctor.diskSpace(6L << 30, folder).severity()).isEqualTo(Finding.Severity.GOOD);
        assertThat(Doctor.diskSpace(2L << 30, folder).severity())
                .isEqualTo(Finding.Severity.WARNING);
        assertThat(Doctor.diskSpace(1L << 20, folder).severity())
                .isEqualTo(Finding.Severity.PROBLEM);
    }

    @Test
    void aPortAskedForThatIsTakenIsAProblem() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(Doctor.examine(folder, Map.of("nagar.kafka.port", port)))
                    .extracting(Finding::line)
                    .contains(
                            "PROBLEM nagar.kafka.port: %s can't be listened on -> stop what listens there, or ask for another"
                                    .formatted(port));
        }
    }

    @Test
    void aFolderWithoutTheServersIsAProblem() {
        assertThat(Doctor.examine(folder, Map.of("nagar.home", folder.toString())))
                .filteredOn(finding -> finding.subject().equals("servers"))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.PROBLEM);
    }
}
