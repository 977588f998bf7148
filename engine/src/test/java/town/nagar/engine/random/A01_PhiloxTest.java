package town.nagar.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The known answers published with Random123 (Salmon et al., SC'11), file kat_vectors. */
final class A01_PhiloxTest {
    @Test
    void aCounterAndKeyOfZerosGiveThePublishedWords() {
        assertThat(Philox.half(false, 0, 0, 0, 0, 0, 0)).isEqualTo(0x6627e8d5e169c58dL);
        assertThat(Philox.half(true, 0, 0, 0, 0, 0, 0)).isEqualTo(0xbc57ac4c9b00dbd8L);
    }

    @Test
    void aCounterAndKeyOfOnesGiveThePublishedWords() {
        assertThat(Philox.half(false, -1, -1, -1, -1, -1, -1)).isEqualTo(0x408f276d41c83b0eL);
        assertThat(Philox.half(true, -1, -1, -1, -1, -1, -1)).isEqualTo(0xa20bc7c66d5451fdL);
    }

    @Test
    void theDigitsOfPiGiveThePublishedWords() {
        assertThat(pi(false)).isEqualTo(0xd16cfe0994fdccebL);
        assertThat(pi(true)).isEqualTo(0x5001e42024126ea1L);
    }

    private static long pi(boolean second) {
        return Philox.half(
                second, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0);
    }
}
