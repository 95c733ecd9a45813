package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.0841 | 0.0841",
                "0.000123456 | 0.000123",
                "0.5 | 0.500",
                "2.1 | 2.10",
                "9.996 | 10.0",
                "10 | 10.0",
                "42.34 | 42.3",
                "99.96 | 100",
                "100 | 100",
                "4119.4 | 4,119",
                "1234567.8 | 1,234,568",
                "-2.1 | -2.10"
            })
    void showsThreeDigitsThatMatter(final double value, final String text) {
        assertThat(Quantity.significant(value)).isEqualTo(text);
    }

    @Test
    void showsADashForWhatIsNoNumber() {
        assertThat(Quantity.significant(Double.NaN)).isEqualTo("–");
        assertThat(Quantity.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 ns",
                "100 | 100 ns",
                "1000 | 1 µs",
                "2500 | 2.5 µs",
                "1000000 | 1 ms",
                "20000000 | 20 ms",
                "3000000000 | 3 s"
            })
    void choosesTheUnitOfADuration(final double nanos, final String text) {
        assertThat(Quantity.duration(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"50 | 50/s", "1000 | 1 k/s", "500000 | 500 k/s", "1000000 | 1 M/s", "1250000 | 1.25 M/s"})
    void choosesTheUnitOfARate(final double rate, final String text) {
        assertThat(Quantity.rate(rate)).isEqualTo(text);
    }

    @Test
    void namesPercentilesAsPeopleDo() {
        assertThat(Quantity.percentile(50)).isEqualTo("p50");
        assertThat(Quantity.percentile(99.9)).isEqualTo("p99.9");
        assertThat(Quantity.percentile(99.999)).isEqualTo("p99.999");
    }

    @Test
    void tellsMemoryInGibibytes() {
        assertThat(Quantity.memory(OptionalLong.of(24L << 30))).isEqualTo("24 GiB");
        assertThat(Quantity.memory(OptionalLong.of(25_111_000_000L))).isEqualTo("23.4 GiB");
        assertThat(Quantity.memory(OptionalLong.empty())).isEqualTo("unknown");
    }

    @Test
    void takesAProfilersNoiseForNothing() {
        assertThat(Quantity.allocation(0.0004)).isEqualTo("0");
        assertThat(Quantity.allocation(16)).isEqualTo("16.0");
    }
}
