package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Character.UnicodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import town.nagar.norms.Words;

class CategoryTest {
    @ParameterizedTest
    @CsvSource({
        "0, GOOD", "50, GOOD", "51, SATISFACTORY", "100, SATISFACTORY", "101, MODERATE",
        "200, MODERATE", "201, POOR", "300, POOR", "301, VERY_POOR", "400, VERY_POOR",
        "401, SEVERE", "500, SEVERE"
    })
    void theBandsOfTheIndex(int index, Category category) {
        assertThat(Category.of(index)).isEqualTo(category);
    }

    @Test
    void anIndexOutsideTheScaleHasNone() {
        assertThatThrownBy(() -> Category.of(501)).hasMessage("index 501; allowed: 0 to 500");
        assertThatThrownBy(() -> Category.of(-1)).hasMessage("index -1; allowed: 0 to 500");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void wordAndAdviceAreWrittenInTheScriptOfTheirLanguage(Category category) {
        for (Words words : new Words[] {category.words(), category.advisories()}) {
            assertThat(letters(words.en())).containsOnly(UnicodeScript.LATIN);
            assertThat(letters(words.hi())).containsOnly(UnicodeScript.DEVANAGARI);
            assertThat(letters(words.gu())).containsOnly(UnicodeScript.GUJARATI);
        }
    }

    private static UnicodeScript[] letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .toArray(UnicodeScript[]::new);
    }
}
