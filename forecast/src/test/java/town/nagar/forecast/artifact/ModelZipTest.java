package town.nagar.forecast.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelZipTest {
    @TempDir Path folder;

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.bin", "/etc/model.json", "other.bin", "model.bin"})
    void otherFilesThanAModelsAreNotWritten(String name) throws IOException {
        byte[] bytes = zip(name);
        assertThatThrownBy(() -> ModelZip.unpack(bytes, folder.resolve("m")))
                .isInstanceOf(IOException.class);
        assertThat(Files.exists(folder.resolve("m"))).isFalse();
        assertThat(Files.exists(folder.resolve("model.bin"))).isFalse();
    }
}
