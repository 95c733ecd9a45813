package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    private final Decimal decimal = new Decimal();

    private int read(final String text) {
        return decimal.read(Frames.padded(text + ","), 0, text.length());
    }

    private int readQuoted(final String text) {
        return decimal.readQuoted(Frames.padded(text + '"'), 0, text.length() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "7, 7, 0",
        "61800.20, 6180020, 2",
        "61837.63000000, 6183763000000, 8",
        "0.00000001, 1, 8",
        "12345678.12345678, 1234567812345678, 8",
        "123456789.123456789, 123456789123456789, 9",
        "9223372036854775807, 9223372036854775807, 0",
        "-1.5, -15, 1",
        "1e3, 1000, 0",
        "1.5E-3, 15, 4",
        "2.5e+1, 25, 0",
        "1.50e1, 150, 1",
        "0e-30, 0, 18",
        "1.000000000000000000000000, 1000000000000000000, 18",
        "123.00000000000000000000, 1230000000000000000, 16",
        "100e-19, 10, 18",
    })
    void readsDigitsIntoMantissaAndScale(final String text, final long mantissa, final int scale) {
        assertThat(read(text)).isEqualTo(text.length());
        assertThat(decimal.mantissa()).isEqualTo(mantissa);
        assertThat(decimal.scale()).isEqualTo(scale);
        assertThat(readQuoted(text)).isEqualTo(text.length() + 1);
        assertThat(decimal.mantissa()).isEqualTo(mantissa);
        assertThat(decimal.scale()).isEqualTo(scale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".5", "5.", "0.-10000", "-", "--1", "+1", "1e", "1e+", "abc", "1.x", "e5", " 1"})
    void refusesWhatIsNoNumber(final String text) {
        assertThat(readQuoted(text)).isEqualTo(Decimal.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "1.2.3", "1,5", "1.5f", "0x10", "1_000", "12345678.12345678x", "123456789012345678a"})
    void refusesNumbersWithSomethingBehindThem(final String text) {
        assertThat(readQuoted(text)).isEqualTo(Decimal.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "99999999999999999999",
                "0.0000000000000000001",
                "10.000000000000000001",
                "1e19",
                "1e-19",
                "123456789012345678901234567890",
                "1e99999999999"
            })
    void refusesWhatDoesNotFit(final String text) {
        assertThat(readQuoted(text)).isEqualTo(Decimal.TOO_LARGE);
    }

    @Test
    void doesNotReadBehindTheEnd() {
        final byte[] bytes = Frames.padded("12.5");
        assertThat(decimal.readQuoted(bytes, 0, 4)).isEqualTo(Decimal.NONE);
    }

    @Property
    void agreesWithBigDecimal(@ForAll("decimals") final String text) {
        final BigDecimal expected = new BigDecimal(text);
        assertThat(readQuoted(text)).isEqualTo(text.length() + 1);
        assertThat(BigDecimal.valueOf(decimal.mantissa(), decimal.scale())).isEqualByComparingTo(expected);
        assertThat(decimal.scale()).isEqualTo(Math.min(18, Math.max(0, expected.scale())));
    }

    @Provide
    Arbitrary<String> decimals() {
        final Arbitrary<String> whole =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(9);
        final Arbitrary<String> fraction =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(9);
        final Arbitrary<String> sign = Arbitraries.of("", "", "", "-");
        final Arbitrary<Boolean> pointed = Arbitraries.of(true, true, false);
        return Combinators.combine(sign, whole, fraction, pointed)
                .as((s, w, f, point) -> s + w + (point ? "." + f : ""));
    }

    @Property
    void neverThrows(@ForAll @StringLength(max = 40) @CharRange(from = '!', to = 'f') final String text) {
        final int behind = readQuoted(text);
        assertThat(behind).isBetween(Decimal.TOO_LARGE, text.length() + 1);
    }
}
