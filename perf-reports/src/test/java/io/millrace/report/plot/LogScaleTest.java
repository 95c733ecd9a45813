package io.millrace.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.millrace.report.figure.Quantity;
import org.junit.jupiter.api.Test;

class LogScaleTest {
    @Test
    void givesEqualFactorsEqualRoom() {
        final LogScale scale = new LogScale(1, 10_000, 0, 400);
        assertThat(scale.at(1)).isZero();
        assertThat(scale.at(100)).isCloseTo(200, within(1e-9));
        assertThat(scale.at(10_000)).isEqualTo(400);
    }

    @Test
    void canRunDownwards() {
        assertThat(new LogScale(1, 100, 300, 0).at(10)).isCloseTo(150, within(1e-9));
    }

    @Test
    void putsASingleValueInTheMiddle() {
        assertThat(new LogScale(500, 500, 0, 100).at(500)).isCloseTo(50, within(1e-9));
    }

    @Test
    void widensToRoundNumbers() {
        final LogScale scale = LogScale.rounded(190, 1_730_000, 0, 1);
        assertThat(scale.at(100)).isCloseTo(0, within(1e-9));
        assertThat(scale.at(2_000_000)).isCloseTo(1, within(1e-9));
        final LogScale exact = LogScale.rounded(100, 1000, 0, 1);
        assertThat(exact.at(100)).isCloseTo(0, within(1e-9));
        assertThat(exact.at(1000)).isCloseTo(1, within(1e-9));
    }

    @Test
    void labelsPowersOfTen() {
        assertThat(LogScale.rounded(100, 10_000_000, 0, 1).ticks(Quantity::duration))
                .extracting(Tick::label)
                .filteredOn(label -> !label.isEmpty())
                .containsExactly("100 ns", "1 µs", "10 µs", "100 µs", "1 ms", "10 ms");
    }

    @Test
    void labelsMoreWhereThereIsRoom() {
        assertThat(LogScale.rounded(100, 1000, 0, 1).ticks(Quantity::duration))
                .extracting(Tick::label)
                .containsExactly("100 ns", "200 ns", "500 ns", "1 µs");
    }

    @Test
    void survivesWhatHasNoLogarithm() {
        assertThat(new LogScale(0, 0, 0, 100).at(0)).isFinite();
    }

    @Test
    void refusesToWriteWhatNoBrowserCanDraw() {
        assertThat(Coordinates.pair(1.25, -0.04)).isEqualTo("1.3 0");
        assertThat(Coordinates.pair(-1.5, 200)).isEqualTo("-1.5 200");
        assertThatThrownBy(() -> Coordinates.text(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Coordinates.text(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
