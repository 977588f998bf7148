package town.nagar.town.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import town.nagar.contracts.json.ContractJson;
import town.nagar.sample.folder.TownFolder;

/** A note in the data folder of the town that all parts have been told of last. */
final class ToldTown {
    private final Path note;
    private final String fingerprint;

    private ToldTown(Path note, String fingerprint) {
        this.note = note;
        this.fingerprint = fingerprint;
    }

    static ToldTown of(TownFolder town, Path dataDir) {
        CRC32C sum = new CRC32C();
        town.places().forEach(place -> sum.update(ContractJson.write(place)));
        town.sensors().forEach(sensor -> sum.update(ContractJson.write(sensor)));
        return new ToldTown(
                dataDir.resolve("told-town"),
                town.info().id() + " " + Long.toHexString(sum.getValue()));
    }

    boolean isNoted() {
        try {
            return Files.exists(note) && Files.readString(note).equals(fingerprint);
        } catch (IOException e) {
            return false; // told once more, that is all
        }
    }

    void note() {
        try {
            Files.writeString(note, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException("the town's note cannot be written", e);
        }
    }
}
