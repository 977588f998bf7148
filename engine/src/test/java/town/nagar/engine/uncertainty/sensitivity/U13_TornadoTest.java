package town.nagar.engine.uncertainty.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One factor at a time. */
final class U13_TornadoTest {
    @Test
    void theLongestBarComesFirst() {
        var line = new TestFunction.Linear(10, List.of(1.0, -4.0, 2.0));
        var design = TornadoDesign.of(line.factors(), 0.8);
        var bars = TornadoBar.of(design, design.outputs(() -> line, 1));
        assertThat(bars).extracting(TornadoBar::factor).containsExactly("x2", "x3", "x1");
        var longest = bars.getFirst();
        assertThat(longest.lowInput()).isCloseTo(0.1, within(1e-12));
        assertThat(longest.highInput()).isCloseTo(0.9, within(1e-12));
        assertThat(longest.outputAtMedians()).isEqualTo(9.5);
        assertThat(longest.outputAtLow()).isCloseTo(11.1, within(1e-12));
        assertThat(longest.outputAtHigh()).isCloseTo(7.9, within(1e-12));
        assertThat(longest.swing()).isCloseTo(3.2, within(1e-12));
    }

    @Test
    void equalBarsStayInOrder() {
        var line = new TestFunction.Linear(0, List.of(1.0, -1.0, 1.0));
        var design = TornadoDesign.of(line.factors(), 0.5);
        assertThat(TornadoBar.of(design, design.outputs(() -> line, 2)))
                .extracting(TornadoBar::factor)
                .containsExactly("x1", "x2", "x3");
    }

    @Test
    void whatIsNoDesignIsRefused() {
        assertThatThrownBy(() -> TornadoDesign.of(List.of(), 0.9))
                .hasMessageContaining("0 factors");
        assertThatThrownBy(() -> TornadoDesign.of(new TestFunction.Ishigami(7, 0.1).factors(), 1))
                .hasMessageContaining("0 to 1");
    }
}
