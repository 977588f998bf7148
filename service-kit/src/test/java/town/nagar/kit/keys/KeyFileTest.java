package town.nagar.kit.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private final List<String> printed = new ArrayList<>();

    @Test
    void theFirstKeyIsPrintedOnceAndWorksAfterARestart(@TempDir Path dir) {
        Path file = dir.resolve("api-keys");
        KeyFile.open(file, new SecureRandom(), printed::add);
        KeyFile again = KeyFile.open(file, new SecureRandom(), printed::add);
        assertThat(printed).hasSize(1);
        assertThat(again.find(printed.getFirst()))
                .hasValueSatisfying(caller -> assertThat(caller.may("ingest")).isTrue());
        assertThat(again.find("nagar_other")).isEmpty();
    }

    @Test
    void theFileKeepsNoKeyAndIsForItsOwnerAlone(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("api-keys");
        KeyFile.open(file, new SecureRandom(), printed::add);
        assertThat(Files.readString(file)).doesNotContain(printed.getFirst());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
