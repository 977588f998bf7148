package town.nagar.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void whatArithmeticLeavesBehindGoes() {
        assertThat(Decimals.six(1667.9999999999998)).isEqualTo(1668.0);
        assertThat(Decimals.six(-0.1234565)).isEqualTo(-0.123456);
    }

    @Test
    void largeNumbersAndThoseThatAreNoneStayAsTheyAre() {
        assertThat(Decimals.six(1.7e12 + 0.25)).isEqualTo(1.7e12 + 0.25);
        assertThat(Decimals.six(Double.NaN)).isNaN();
        assertThat(Decimals.six(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
