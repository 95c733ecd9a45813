package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PowersOfTenTest {
    @Test
    void areExactAsFarAs64BitsGo() {
        for (int exponent = 0; exponent <= PowersOfTen.MAX; exponent++) {
            assertThat(PowersOfTen.get(exponent))
                    .isEqualTo(BigInteger.TEN.pow(exponent).longValueExact());
        }
        assertThat(BigInteger.TEN.pow(PowersOfTen.MAX + 1).bitLength()).isGreaterThanOrEqualTo(Long.SIZE);
    }

    @Test
    void refuseExponentsOutsideOfThat() {
        assertThatThrownBy(() -> PowersOfTen.get(PowersOfTen.MAX + 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> PowersOfTen.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
