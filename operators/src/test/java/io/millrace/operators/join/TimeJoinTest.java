package io.millrace.operators.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Joins that go by the times of items: as-of and interval. */
@Timeout(60)
class TimeJoinTest {
    private static final int NAME = 0;
    private static final int TIME = 1;
    private static final int STAGE = 2;

    /** Items such as {@code q1@100@3}: the name, whose first character is the key, the item's time, and when it comes. */
    private static KeyedStream<String> side(final Dataflow flow, final String id, final String... items) {
        final List<TimedItems.At<String>> list = new ArrayList<>();
        for (final String item : items) {
            list.add(new TimedItems.At<>(field(item, STAGE), item));
        }
        return flow.input(id, TimedItems.of(Codecs.TEXT, list)).keyByText(id + "-key", item -> item.substring(0, 1));
    }

    private static long field(final String item, final int index) {
        return Long.parseLong(item.split("@", -1)[index]);
    }

    private static long time(final String item) {
        return field(item, TIME);
    }

    private static String name(final String item) {
        return item.split("@", -1)[NAME];
    }

    private static List<String> run(final BiConsumer<Dataflow, Collected> definition) {
        final List<String> fused = Runs.run(definition, Runs.fused()).get("out");
        assertThat(Runs.run(definition, Runs.threaded(8)).get("out")).isEqualTo(fused);
        assertThat(Runs.run(definition, Runs.fused().specialize(true)).get("out"))
                .isEqualTo(fused);
        return fused;
    }

    @Nested
    class AsOfJoin {
        private final AsOf<String, String> asOf = AsOf.by(TimeJoinTest::time, TimeJoinTest::time);

        private void output(
                final Dataflow flow,
                final KeyedStream<String> left,
                final KeyedStream<String> right,
                final AsOf<String, String> by,
                final Collected out) {
            final AsOfJoined<String, String> joined =
                    left.asOfJoin("join", right, by, Codecs.TEXT, (l, r) -> name(l) + " " + name(r));
            flow.merge(
                            "all",
                            joined.matched(),
                            joined.unmatched().map("unmatched", Codecs.TEXT, item -> name(item) + " –"),
                            joined.late().map("late", Codecs.TEXT, late -> name(late.item()) + " late"),
                            side(flow, "ticks", "at 5@0@5", "at 25@0@25", "at 40@0@40"))
                    .output("out", out.sink());
        }

        @Test
        void answersAtOnceWithTheNewestRightItemThatHasCome() {
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "k0@100@1", "k1@102@3", "k2@106@6"),
                            side(flow, "r", "kA@101@2", "kB@106@7"),
                            asOf,
                            out)))
                    .containsExactly("k0 –", "k1 kA", "at 5@0@5", "k2 kA", "at 25@0@25", "at 40@0@40");
        }

        @Test
        void waitsForLateItemsAndAnswersByTimeEvenIfNothingComes() {
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "k1@110@1", "k0@105@2"),
                            side(flow, "r", "kB@108@3", "kA@105@4", "kC@111@6"),
                            asOf.lateness(Duration.ofNanos(20)),
                            out)))
                    .as("lead 89 from k1 at 1, so that k0 is reached at 16 and k1 at 21; right items come first")
                    .containsExactly("at 5@0@5", "k0 kA", "k1 kB", "at 25@0@25", "at 40@0@40");
        }

        @Test
        void appliesALateRightItemIfItIsNewerThanTheOneInUse() {
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "k0@100@1", "k1@101@5", "k2@99@6"),
                            side(flow, "r", "kB@98@2", "kA@97@3", "kC@99@4"),
                            asOf,
                            out)))
                    .as("the watermark goes on with stage time")
                    .containsExactly("k0 –", "k1 late", "at 5@0@5", "k2 late", "at 25@0@25", "at 40@0@40");
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "k0@100@1", "k1@110@5"),
                            side(flow, "r", "kB@98@2", "kC@98@3", "kA@97@4"),
                            asOf,
                            out)))
                    .containsExactly("k0 –", "k1 kC", "at 5@0@5", "at 25@0@25", "at 40@0@40");
        }

        @Test
        void matchesNothingThatIsTooOld() {
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "k0@110@2", "k1@112@3"),
                            side(flow, "r", "kA@100@1"),
                            asOf.olderNotThan(Duration.ofNanos(10)),
                            out)))
                    .containsExactly("k0 kA", "k1 –", "at 5@0@5", "at 25@0@25", "at 40@0@40");
        }

        @Test
        void worksOffWhatWaitsAtTheEndByKeyAndTime() {
            assertThat(run((flow, out) -> output(
                            flow,
                            side(flow, "l", "m0@90@1", "k1@120@2", "k0@110@3"),
                            side(flow, "r", "kA@115@4", "mB@90@4"),
                            asOf.lateness(Duration.ofDays(100 * 365)),
                            out)))
                    .containsExactly("at 5@0@5", "at 25@0@25", "at 40@0@40", "k0 –", "k1 kA", "m0 mB");
        }

        @Test
        void isRefusedWithoutTypes() {
            assertThatThrownBy(() -> run((flow, out) -> side(flow, "l", "k0@1@1")
                            .<Object>map("untyped", item -> item)
                            .asOfJoin(
                                    "join",
                                    side(flow, "r", "k0@1@1"),
                                    AsOf.<Object, String>by(item -> 0, item -> 0),
                                    Codecs.TEXT,
                                    (l, r) -> r)
                            .matched()
                            .output("out", out.sink())))
                    .isInstanceOf(FlowException.class)
                    .hasMessage("asOfJoin 'join' keeps its items, but those of side 0 have no type:"
                            + " give map 'untyped' a codec or an item type");
        }
    }

    @Nested
    class IntervalJoin {
        private final Interval<String, String> interval = Interval.<String, String>of(
                        TimeJoinTest::time, TimeJoinTest::time)
                .before(Duration.ofNanos(5))
                .after(Duration.ofNanos(10));

        private List<String> pairs(
                final Interval<String, String> within, final String[] lefts, final String... rights) {
            return run((flow, out) -> {
                final IntervalJoined<String, String, String> joined = side(flow, "l", lefts)
                        .intervalJoin(
                                "join",
                                side(flow, "r", rights),
                                within,
                                Codecs.TEXT,
                                (l, r) -> name(l) + " " + name(r));
                flow.merge(
                                "all",
                                joined.matched(),
                                joined.lateLeft().map("left", Codecs.TEXT, late -> name(late.item()) + " late"),
                                joined.lateRight().map("right", Codecs.TEXT, late -> "late " + name(late.item())))
                        .output("out", out.sink());
            });
        }

        private String[] items(final String... items) {
            return items;
        }

        @Test
        void pairsItemsWhenTheSecondOfThemComes() {
            assertThat(pairs(
                            interval.lateness(Duration.ofNanos(50)),
                            items("k0@100@1", "k1@112@5"),
                            "kD@111@2",
                            "kC@110@3",
                            "kA@94@4",
                            "kB@95@6",
                            "kE@110@7"))
                    .as("both ends of the interval count; partners by time")
                    .containsExactly("k0 kC", "k1 kC", "k1 kD", "k0 kB", "k0 kE", "k1 kE");
        }

        @Test
        void namesTheSideThatIsLate() {
            assertThat(pairs(interval, items("k0@100@1", "k1@90@3"), "kA@102@2", "kB@99@4"))
                    .containsExactly("k0 kA", "k1 late", "late kB");
        }

        @Test
        void canLieBehindTheLeftItemAltogether() {
            assertThat(pairs(
                            interval.before(Duration.ofNanos(-2)),
                            items("k0@100@1"),
                            "kA@101@2",
                            "kB@102@3",
                            "kC@110@4",
                            "kD@111@5"))
                    .containsExactly("k0 kB", "k0 kC");
        }

        @Test
        void isRefusedIfItEndsBeforeItBegins() {
            assertThatThrownBy(() -> pairs(interval.before(Duration.ofNanos(-11)), items("k0@100@1"), "kA@100@1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("from 11 ns to 10 ns behind the left item");
        }
    }
}
