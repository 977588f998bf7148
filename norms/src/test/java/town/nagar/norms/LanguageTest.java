package town.nagar.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final Words WATER = new Words("water", "पानी", "પાણી");

    @Test
    void aTextIsFoundByTheCodeOfItsLanguage() {
        assertThat(WATER.in(Language.of("en"))).isEqualTo("water");
        assertThat(WATER.in(Language.of("hi"))).isEqualTo("पानी");
        assertThat(WATER.in(Language.of("gu"))).isEqualTo("પાણી");
    }

    @Test
    void anotherLanguageIsRefused() {
        assertThatThrownBy(() -> Language.of("fr"))
                .hasMessage("language 'fr' is none of en, hi, gu");
    }

    @Test
    void noTextIsEmpty() {
        assertThatThrownBy(() -> new Words("water", " ", "પાણી")).hasMessageContaining("' '");
    }
}
