package town.nagar.sample.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.sample.generate.TownGenerator;

final class TownFolderTest {
    private static final Town TOWN = TownGenerator.generate(2, 2_000);

    @TempDir private Path dir = Path.of("");

    @BeforeEach
    void writeTown() throws IOException {
        TownWriter.write(TOWN, dir.resolve("town"));
    }

    private Path town() {
        return dir.resolve("town");
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        TownFolder folder = TownFolder.open(town());
        assertThat(folder.info()).isEqualTo(TOWN.info());
        assertThat(folder.places()).isEqualTo(TOWN.places());
        assertThat(folder.sensors()).isEqualTo(TOWN.sensors());
        assertThat(folder.findPlace("R001")).contains(TOWN.places().getFirst());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(town().resolve("sensors.jsonl"));
        assertThatThrownBy(() -> TownFolder.open(town()))
                .isInstanceOf(TownFolderException.class)
                .hasMessageContaining("sensors.jsonl: missing");
    }

    @Test
    void aMissingFieldIsNamedWithItsLine() throws IOException {
        change("sensors.jsonl", 2, line -> line.replace("\"place_id\"", "\"place\""));
        assertRefused("sensors.jsonl:2: place_id: is missing");
    }

    @Test
    void anUnknownKindIsNamedWithItsLine() throws IOException {
        change("places.jsonl", 3, line -> line.replace("\"ROAD\"", "\"TOWER\""));
        assertRefused("places.jsonl:3: kind: ");
    }

    @Test
    void aLatitudeOffTheEarthIsRefused() throws IOException {
        change("sensors.jsonl", 1, line -> line.replaceFirst("\"lat\":[0-9.]+", "\"lat\":123"));
        assertRefused("sensors.jsonl:1: point: lat 123.0");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        change("places.jsonl", 4, line -> line.substring(0, 20));
        assertRefused("places.jsonl:4: JSON: ");
    }

    @Test
    void aSensorOfNoPlaceIsRefused() throws IOException {
        change("sensors.jsonl", 1, line -> line.replace("\"R001\"", "\"R999999\""));
        assertRefused("sensors.jsonl:1: place_id: 'R999999' is none of the places");
    }

    @Test
    void aSensorTwiceIsRefused() throws IOException {
        change("sensors.jsonl", 2, line -> line.replace("\"T002\"", "\"T001\""));
        assertRefused("sensors.jsonl:2: id: 'T001' is there twice");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> TownFolder.open(town()))
                .isInstanceOf(TownFolderException.class)
                .hasMessageContaining(message);
    }

    private void change(String file, int number, UnaryOperator<String> edit) throws IOException {
        Path path = town().resolve(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        String before = lines.get(number - 1);
        lines.set(number - 1, edit.apply(before));
        assertThat(lines.get(number - 1)).isNotEqualTo(before);
        Files.write(path, lines);
    }
}
