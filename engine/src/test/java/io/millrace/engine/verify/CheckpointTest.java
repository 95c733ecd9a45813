package io.millrace.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static Mark mark(final int place, final Mark.Port port, final long hash, final String shown) {
        return new Mark(place, "step " + place, port, 0, "", hash == 0 ? 0 : 1, hash, hash, shown);
    }

    private static Checkpoint checkpoint(final String failure, final Mark... marks) {
        return new Checkpoint(7, failure, failure.isEmpty() ? "" : "step 2", List.of(marks));
    }

    @Test
    void goesThroughALineUnchanged() {
        final Checkpoint checkpoint = checkpoint(
                "it\tfailed\\n\r\non \\",
                new Mark(3, "a b", Mark.Port.IN, -1, "odd", Long.MAX_VALUE, -1, Long.MIN_VALUE, "x\ty\\t\nz"),
                mark(4, Mark.Port.STATE, -5, ""));
        assertThat(checkpoint.toLine()).doesNotContain("\n", "\r");
        assertThat(Checkpoint.ofLine(checkpoint.toLine())).isEqualTo(checkpoint);
        assertThat(Checkpoint.ofLine(checkpoint("").toLine())).isEqualTo(checkpoint(""));
        assertThatThrownBy(() -> Checkpoint.ofLine("something else"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("something else");
    }

    @Test
    void blamesTheFirstStepThatGotTheSame() {
        final Checkpoint one = checkpoint(
                "",
                mark(1, Mark.Port.IN, 1, "a"),
                mark(1, Mark.Port.OUT, 1, "b"),
                mark(2, Mark.Port.IN, 1, "b"),
                mark(2, Mark.Port.OUT, 1, "c"),
                mark(2, Mark.Port.STATE, 1, ""));
        final Checkpoint other = checkpoint(
                "",
                mark(1, Mark.Port.IN, 1, "a"),
                mark(1, Mark.Port.OUT, 2, "B"),
                mark(2, Mark.Port.IN, 2, "B"),
                mark(2, Mark.Port.OUT, 2, "C"),
                mark(2, Mark.Port.STATE, 2, ""));
        final Difference found = new Suspect(one, other).found("copies", 7, 7);
        assertThat(found.step()).isEqualTo("step 1");
        assertThat(found.steps()).containsExactly("step 1", "step 2");
        assertThat(found.toString())
                .isEqualTo("copies differ at record 7: step 'step 1' was given the same, but what it gave is: b | B");
    }

    @Test
    void doesNotBlameAStepThatWasCutShortByTheFailureOfAnother() {
        final Checkpoint failed = checkpoint(
                "no", mark(1, Mark.Port.IN, 1, "a"), mark(1, Mark.Port.OUT, 1, "b"), mark(2, Mark.Port.IN, 1, "b"));
        final Checkpoint whole = new Checkpoint(
                7,
                "",
                "",
                List.of(
                        mark(1, Mark.Port.IN, 1, "a"),
                        new Mark(1, "step 1", Mark.Port.OUT, 0, "", 3, 9, 9, "b, c, d"),
                        new Mark(2, "step 2", Mark.Port.IN, 0, "", 3, 9, 9, "b, c, d")));
        final Difference found = new Suspect(failed, whole).found("copies", 7, 7);
        assertThat(found.step()).isEqualTo("step 2");
        assertThat(found.one()).isEqualTo("no");
        assertThat(found.other()).isEqualTo("no failure");
    }

    @Test
    void leavesAddressesOutOfTexts() {
        assertThat(ItemText.written(List.of(new Object(), new int[0], "buy 5@42001", "mail@home.Abc")))
                .isEqualTo("[@, @, buy 5@42001, mail@home.Abc]");
        assertThat(ItemText.written(new Object[] {"a"})).isEqualTo("@");
        assertThat(ItemText.written((Runnable) () -> {})).isEqualTo("@");
        assertThat(ItemText.written(Map.of(1, new Thread[1]))).isEqualTo("{1=@}");
        assertThat(ItemText.tells(new int[0])).isFalse();
        assertThat(ItemText.tells("text")).isTrue();
    }
}
