package town.nagar.sample.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ChanceTest {
    /** Salmon et al., SC'11, known answers of Philox4x32-10. */
    @Test
    void allZerosGiveThePublishedWords() {
        int[] counter = new int[4];
        Chance.philox(counter, 0, 0);
        assertThat(counter).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void allOnesGiveThePublishedWords() {
        int[] counter = {-1, -1, -1, -1};
        Chance.philox(counter, -1, -1);
        assertThat(counter).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void aDrawDependsOnSeedNameEntityAndStep() {
        double drawn = new Chance(1).uniform("rain", 2, 3);
        assertThat(new Chance(1).uniform("rain", 2, 3)).isEqualTo(drawn);
        assertThat(new Chance(2).uniform("rain", 2, 3)).isNotEqualTo(drawn);
        assertThat(new Chance(1).uniform("wind", 2, 3)).isNotEqualTo(drawn);
        assertThat(new Chance(1).uniform("rain", 3, 3)).isNotEqualTo(drawn);
        assertThat(new Chance(1).uniform("rain", 2, 4)).isNotEqualTo(drawn);
    }

    @Test
    void normalsHaveMeanZeroAndDeviationOne() {
        var normals =
                LongStream.range(0, 20_000)
                        .mapToDouble(step -> new Chance(7).normal("n", 0, step))
                        .toArray();
        double mean =
                LongStream.range(0, 20_000)
                        .mapToDouble(i -> normals[(int) i])
                        .average()
                        .orElseThrow();
        double square =
                LongStream.range(0, 20_000)
                        .mapToDouble(i -> normals[(int) i] * normals[(int) i])
                        .average()
                        .orElseThrow();
        assertThat(mean).isBetween(-0.03, 0.03);
        assertThat(square).isBetween(0.95, 1.05);
    }

    @Test
    void aCurveIsSmooth() {
        Chance chance = new Chance(3);
        for (double at = 0; at < 20; at += 0.01) {
            double step = chance.curve("c", 0, at + 0.01) - chance.curve("c", 0, at);
            assertThat(Math.abs(step)).isLessThan(0.12);
        }
    }
}
