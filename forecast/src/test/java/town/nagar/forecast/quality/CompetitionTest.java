package town.nagar.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompetitionTest {
    @TempDir Path raw;

    @Test
    void aTeamWithoutBothWeeksIsLeftOutAndTheOthersAreMeans() throws IOException {
        var text = new StringBuilder("rank,week,dma,PI1,PI2,PI3,MAE168\n");
        for (int dma = 1; dma <= 10; dma++) {
            text.append("1,W1,dma_%d_lps,%d,2,3,4\n".formatted(dma, dma));
            text.append("1,W2,dma_%d_lps,%d,4,3,4\n".formatted(dma, dma));
            text.append("29,W1,dma_%d_lps,1,2,3,4\n".formatted(dma));
            text.append("29,W2,dma_%d_lps,,,,\n".formatted(dma));
        }
        Files.createDirectories(raw.resolve("water"));
        Files.writeString(raw.resolve("water/bwdf_team_scores.csv"), text);
        var teams = Competition.teams(raw);
        assertThat(teams).extracting(Competition::who).containsExactly("1");
        assertThat(teams.getFirst().meanDay1()).isCloseTo(5.5, within(1e-9));
        assertThat(teams.getFirst().largestDay1()).isCloseTo(3, within(1e-9));
    }
}
