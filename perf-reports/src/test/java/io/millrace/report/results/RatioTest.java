package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void isACostWhereItShouldBeSmall() {
        final Ratio ratio = ratio(1.02, "<= 1.10", 8.0, 7.9);
        assertThat(ratio.meaning()).isEqualTo(Ratio.Meaning.COST);
        assertThat(ratio.isReached()).isTrue();
    }

    @Test
    void isASpeedWhereItShouldBeGreat() {
        final Ratio ratio = ratio(2.9, ">= 3", 30, 10);
        assertThat(ratio.meaning()).isEqualTo(Ratio.Meaning.SPEED);
        assertThat(ratio.isReached()).isFalse();
    }

    @Test
    void isWhatItsSidesTellWhereThereIsNoTarget() {
        assertThat(ratio(1.22, "none", 15.3, 12.5).meaning()).isEqualTo(Ratio.Meaning.SPEED);
        assertThat(ratio(0.82, "none", 15.3, 12.5).meaning()).isEqualTo(Ratio.Meaning.COST);
        assertThat(ratio(1.22, "none", 12.5, 15.3).meaning()).isEqualTo(Ratio.Meaning.COST);
    }

    @Test
    void mayDifferFromItsSidesAsAMedianOverPairsDoes() {
        assertThat(ratio(1.15, "<= 1.10", 10, 10).value()).isEqualTo(1.15);
    }

    @Test
    void isRefusedIfItsSidesTellOtherwise() {
        assertThatThrownBy(() -> ratio(1.05, "<= 1.10", 10, 25))
                .hasMessageContaining("1.05")
                .hasMessageContaining("25.0");
    }

    @Test
    void isRefusedIfItIsTheWrongWayRound() {
        assertThatThrownBy(() -> ratio(3, "<= 1.10", 30, 10)).hasMessageContaining("subject / baseline");
    }

    @Test
    void isRefusedWithoutContextOrPairs() {
        final Ratio.Side side = new Ratio.Side("x", 1);
        assertThatThrownBy(() -> new Ratio("g", "n", 1, Target.parse("none"), side, side, 1, " "))
                .hasMessageContaining("\"context\" is missing");
        assertThatThrownBy(() -> new Ratio("g", "n", 1, Target.parse("none"), side, side, 0, "c"))
                .hasMessageContaining("pair");
    }

    @Test
    void isRefusedIfATimeCantBe() {
        assertThatThrownBy(() -> new Ratio.Side("x", 0)).hasMessageContaining("can't be");
        assertThatThrownBy(() -> new Ratio.Side("x", Double.NaN)).hasMessageContaining("can't be");
    }

    private static Ratio ratio(final double value, final String target, final double baseline, final double subject) {
        return new Ratio(
                "group",
                "name",
                value,
                Target.parse(target),
                new Ratio.Side("baseline", baseline),
                new Ratio.Side("subject", subject),
                20,
                "context");
    }
}
