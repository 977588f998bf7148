package town.nagar.checks.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

final class ValidateTest {
    @Test
    void everyPublishedAnswerThatNeedsNoFileIsMet() throws IOException {
        List<Chapter> chapters = Validate.chapters(Optional.empty());
        assertThat(chapters).hasSizeGreaterThan(6);
        assertThat(chapters.stream().flatMap(chapter -> chapter.comparisons().stream()))
                .hasSizeGreaterThan(40)
                .allMatch(Comparison::agrees);
    }

    @Test
    void aDisagreementIsCountedAndShown() {
        Chapter chapter =
                Chapter.of(
                        "Wrong",
                        "nowhere",
                        List.of(
                                Comparison.within("two", 2, 2.5, 0.4),
                                Comparison.error("no number", Double.NaN, 1),
                                Comparison.error("small", 0.1, 0.2)));
        assertThat(chapter.disagreeing()).isEqualTo(2);
        assertThat(Validate.page(List.of(chapter), List.of()))
                .contains("| two | 2 | 2.5 | ± 0.4 | **no** |")
                .contains("| small | 0 | 0.1 | ≤ 0.2 | yes |");
    }

    @Test
    void simulatedOutcomesStandBesideTheEvidence() {
        assertThat(Validate.page(List.of(), List.of())).doesNotContain("simulated");
        var simulated = new EvidenceChapter.Simulated("PM2.5", "-0.4 % ± 0.1", "below");
        assertThat(Validate.page(List.of(), List.of(simulated)))
                .contains("| PM2.5 | -0.4 % ± 0.1 | below |");
    }

    @ParameterizedTest
    @CsvSource({
        "4231335.28710744, 3, 4231335",
        "0.00000042, 2, 4.2e-07",
        "0.5, 4, 0.5",
        "-12.3456, 4, -12.35",
        "120, 2, 120"
    })
    void numbersAreShort(double value, int digits, String text) {
        assertThat(Figures.plain(value, digits)).isEqualTo(text);
    }

    @Test
    void picturesAreWellFormed() throws Exception {
        for (Chapter chapter : Validate.chapters(Optional.empty())) {
            if (chapter.plot().isPresent()) {
                String svg = chapter.plot().orElseThrow().svg();
                var parsed =
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(svg)));
                assertThat(parsed.getElementsByTagName("polyline").getLength()).isPositive();
                assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
            }
        }
    }
}
