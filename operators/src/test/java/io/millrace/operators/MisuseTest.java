package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.Interval;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MisuseTest {
    private static final Duration HUGE = Duration.ofSeconds(Long.MAX_VALUE);
    private static final Duration HUGELY_NEGATIVE = Duration.ofSeconds(Long.MIN_VALUE);

    private static AbstractThrowableAssert<?, ?> assertRefused(final Consumer<Stream<Long>> wrong) {
        return assertThatThrownBy(() -> new Flow("test", flow -> wrong.accept(Numbers.of(flow, 1))).get());
    }

    @Test
    void nothingInPlaceOfAFunctionIsRefusedWhenTheFlowIsBuilt() {
        assertRefused(in -> in.filter("odd", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("filter 'odd' is given null as its Predicate");
        assertRefused(in -> in.keyBy("key", null)).hasMessage("keyBy 'key' is given null as its ToLongFunction");
        assertRefused(in -> in.sort("sort", null)).hasMessage("clock");
        assertRefused(in -> in.sort("sort", EventClock.of(null))).hasMessage("time");
        assertRefused(in -> in.keyBy("key", x -> x).runningMin("min", null)).hasMessage("order");
        assertRefused(in -> in.keyBy("key", x -> x)
                        .window("w", new SystemClock<>(), TumblingWindow.of(Duration.ofSeconds(1)))
                        .fold(Count.TYPE, null))
                .hasMessage("folder");
    }

    @Test
    void lengthsThatDoNotFitAreRefusedLikeOthersThatAreTooLong() {
        assertThatThrownBy(() -> TumblingWindow.of(HUGELY_NEGATIVE)).hasMessageContaining("longer than nothing");
        assertThatThrownBy(() -> Collect.whenIdleFor(HUGELY_NEGATIVE)).hasMessageContaining("must be from 1");
        assertThatThrownBy(() -> Interval.<Long, Long>of(x -> x, x -> x).before(HUGE))
                .hasMessageContaining("before of");
        assertThatThrownBy(() -> AsOf.<Long, Long>by(x -> x, x -> x).olderNotThan(HUGELY_NEGATIVE))
                .hasMessageContaining("must not be negative");
        assertRefused(in -> in.keyBy("key", x -> x).deduplicate("once", x -> x, HUGE))
                .hasMessageContaining("deduplicate 'once'");
        assertThat(AsOf.<Long, Long>by(x -> x, x -> x).olderNotThan(HUGE).oldest())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void itemsOfSeveralTypesCanBeMergedButHaveNoTypeThen() {
        final BiConsumer<Dataflow, Collected> fine = (flow, out) -> {
            final Stream<Long> in = Numbers.of(flow, 1, 2);
            flow.<Number>merge("both", in, in.map("half", Codecs.FLOAT64, x -> x * 0.5))
                    .output("out", out.sink());
        };
        assertThat(Runs.run(fine, Runs.threaded(8)).get("out")).containsExactly("0.5", "1", "1.0", "2");
        final BiConsumer<Dataflow, Collected> wrong = (flow, out) -> {
            final Stream<Long> in = Numbers.of(flow, 1, 2);
            flow.<Number>merge("both", in, in.map("half", Codecs.FLOAT64, x -> x * 0.5))
                    .onThread("other")
                    .map("text", Codecs.TEXT, String::valueOf)
                    .output("out", out.sink());
        };
        assertThatThrownBy(() -> Runs.run(wrong, Runs.fused()))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("both");
    }

    @Test
    void timesThatAreNotEpochNanosecondsAreRefusedAtTheDoor() {
        for (final long time : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1}) {
            final BiConsumer<Dataflow, Collected> flow =
                    (f, out) -> f.input("in", TimedItems.of(Codecs.INT64, List.of(new TimedItems.At<>(time, 1L))))
                            .keyBy("key", x -> x)
                            .collect("c", Collect.whenIdleFor(Duration.ofSeconds(1)))
                            .output("out", out.sink());
            assertThatThrownBy(() -> Runs.run(flow, Runs.fused()))
                    .hasMessageContaining("gives the time " + time + ": must be epoch nanoseconds");
        }
    }

    @Test
    void suchTimesAreRefusedAmongOtherSourcesToo() {
        for (final long time : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1}) {
            final BiConsumer<Dataflow, Collected> flow = (f, out) -> {
                f.input("good", TimedItems.of(Codecs.INT64, List.of(new TimedItems.At<>(5, 1L))))
                        .output("goods", out.sink());
                f.input("bad", TimedItems.of(Codecs.INT64, List.of(new TimedItems.At<>(time, 2L))))
                        .output("bads", out.sink());
            };
            assertThatThrownBy(() -> Runs.run(flow, Runs.fused()))
                    .hasMessageContaining("gives the time " + time + ": must be epoch nanoseconds");
        }
    }

    @Test
    void aPacedRunDoesNotWaitForSuchTimes() {
        final BiConsumer<Dataflow, Collected> flow = (f, out) -> f.input(
                        "in",
                        TimedItems.of(
                                Codecs.INT64,
                                List.of(new TimedItems.At<>(5, 1L), new TimedItems.At<>(Long.MAX_VALUE - 1, 2L))))
                .output("out", out.sink());
        assertThatThrownBy(() -> Runs.run(flow, Runs.fused().pace(1)))
                .hasMessageContaining("gives the time " + (Long.MAX_VALUE - 1) + ": must be epoch nanoseconds");
    }
}
