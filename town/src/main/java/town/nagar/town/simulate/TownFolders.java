package town.nagar.town.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.TownInfo;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.simulation.PlannedTown;
import town.nagar.simulation.TownSource;
import town.nagar.simulation.input.InputException;

/** Towns of folders, and the sample town, made afresh. */
public final class TownFolders implements TownSource {
    private static final long SEED = 2026;
    private static final int POPULATION = 50_000;

    /** A source of towns. */
    public TownFolders() {}

    @Override
    public PlannedTown sample() {
        Town town = TownGenerator.generate(SEED, POPULATION);
        return PlanOfTown.of(
                town.info(),
                town.places(),
                town.waterNetwork(),
                TownFolder.WATER_FILE,
                "sample town %d of %d, version %s"
                        .formatted(SEED, POPULATION, TownInfo.GENERATOR_VERSION));
    }

    @Override
    public PlannedTown read(Path folder) throws IOException {
        try {
            TownFolder town = TownFolder.open(folder);
            Optional<Path> water = town.findWaterNetworkFile();
            String inp = water.isPresent() ? Files.readString(water.get()) : "";
            return PlanOfTown.of(
                    town.info(),
                    town.places(),
                    inp,
                    folder.resolve(TownFolder.WATER_FILE).toString(),
                    fingerprint(folder, inp));
        } catch (TownFolderException e) {
            throw new InputException(List.of(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            throw new InputException(List.of("%s: %s".formatted(folder, e.getMessage())));
        }
    }

    private static String fingerprint(Path folder, String inp) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(Files.readAllBytes(folder.resolve(TownFolder.TOWN_FILE)));
            hash.update(Files.readAllBytes(folder.resolve(TownFolder.PLACES_FILE)));
            hash.update(inp.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
