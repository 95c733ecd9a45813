package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Memo;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatefulTest {
    private static final Codec<String> TEXT = Codecs.TEXT;

    /** Emits what was known and what is known now, as the letters say that it was called. */
    private record Journal(boolean timer, char discardAfter) implements StatefulLogic<Memo, String, String, Memo> {
        private void log(final StatefulContext<String, Memo> context, final Memo state, final String event) {
            context.emit(context.key() + ": " + (context.isNew() ? "NEW" : state.text) + " " + event + " at "
                    + context.now());
            state.text = event;
            if (event.charAt(0) == discardAfter) {
                context.discard();
            }
        }

        @Override
        public void onItem(final StatefulContext<String, Memo> context, final Memo state, final String item) {
            log(context, state, "ITEM");
            if (timer) {
                context.timerAfter(10);
            }
        }

        @Override
        public void onTimer(final StatefulContext<String, Memo> context, final Memo state) {
            log(context, state, "TIMER");
        }

        @Override
        public void onEnd(final StatefulContext<String, Memo> context, final Memo state) {
            log(context, state, "END");
        }
    }

    private static java.util.List<String> journal(final boolean timer, final char discardAfter) {
        return Everywhere.run((flow, out) -> Numbers.probes(
                                flow, new long[] {0, 1, 0}, new long[] {20, 1, 0}, new long[] {25, 2, 0})
                        .map("text", TEXT, Probe::toString)
                        .stateful("journal", Memo.TYPE, TEXT, new Journal(timer, discardAfter))
                        .output("out", out.sink()))
                .get("out");
    }

    @Test
    void keepsWhatItKnowsOfAKeyUntilTheEnd() {
        assertThat(journal(false, '-'))
                .containsExactly(
                        "1: NEW ITEM at 0",
                        "1: ITEM ITEM at 20",
                        "2: NEW ITEM at 25",
                        "1: ITEM END at 25",
                        "2: ITEM END at 25");
    }

    @Test
    void forgetsAKeyThatIsDiscarded() {
        assertThat(journal(false, 'I')).containsExactly("1: NEW ITEM at 0", "1: NEW ITEM at 20", "2: NEW ITEM at 25");
    }

    @Test
    void callsTheTimerAtItsDeadlineAndKeepsTheState() {
        assertThat(journal(true, '-'))
                .containsExactly(
                        "1: NEW ITEM at 0",
                        "1: ITEM TIMER at 10",
                        "1: TIMER ITEM at 20",
                        "2: NEW ITEM at 25",
                        "1: ITEM END at 25",
                        "2: ITEM END at 25");
    }

    @Test
    void forgetsAKeyThatIsDiscardedByItsTimer() {
        assertThat(journal(true, 'T'))
                .containsExactly(
                        "1: NEW ITEM at 0",
                        "1: ITEM TIMER at 10",
                        "1: NEW ITEM at 20",
                        "2: NEW ITEM at 25",
                        "1: ITEM END at 25",
                        "2: ITEM END at 25");
    }

    @Test
    void discardingTakesTheTimerAlong() {
        assertThat(journal(true, 'I')).containsExactly("1: NEW ITEM at 0", "1: NEW ITEM at 20", "2: NEW ITEM at 25");
    }

    /** Item 1 sets the timer, 2 moves it, 3 takes it back; the timer tells when it fires. */
    private static final class Alarm implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            switch ((int) item.value) {
                case 1 -> context.timerAt(context.now() + 10);
                case 2 -> context.timerAfter(Duration.ofNanos(30));
                case 3 -> context.cancelTimer();
                default -> context.timerAt(context.now());
            }
        }

        @Override
        public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
            context.out().value = context.now();
            context.out().key = context.key().number();
            context.out().count = 0;
            context.emit();
        }
    }

    private static java.util.List<String> alarms(final long[]... items) {
        return Everywhere.run((flow, out) -> Numbers.probes(flow, items)
                        .stateful("alarm", Probe.TYPE, Probe.TYPE, new Alarm())
                        .output("out", out.sink()))
                .get("out");
    }

    @Test
    void aKeyHasOneTimerThatCanBeMovedAndTakenBack() {
        assertThat(alarms(new long[] {0, 7, 1}, new long[] {100, 0, 3})).containsExactly("10/7/0");
        assertThat(alarms(new long[] {0, 7, 1}, new long[] {5, 7, 2}, new long[] {100, 0, 3}))
                .containsExactly("35/7/0");
        assertThat(alarms(new long[] {0, 7, 1}, new long[] {5, 7, 3}, new long[] {100, 0, 3}))
                .isEmpty();
        assertThat(alarms(new long[] {0, 7, 3}, new long[] {0, 7, 1}, new long[] {10, 7, 3}))
                .as("a timer comes before a record of the same time")
                .containsExactly("10/7/0");
    }

    @Test
    void aTimerForNowFiresWithTheNextNanosecond() {
        assertThat(alarms(new long[] {5, 7, 4}, new long[] {100, 0, 3})).containsExactly("6/7/0");
    }

    @Test
    void timersOfTheSameTimeFireInTheOrderOfKeys() {
        assertThat(alarms(new long[] {0, 9, 1}, new long[] {0, -4, 1}, new long[] {0, 3, 1}, new long[] {100, 0, 3}))
                .containsExactly("10/-4/0", "10/3/0", "10/9/0");
    }

    @Test
    void noTimerFiresAfterTheEnd() {
        assertThat(alarms(new long[] {0, 7, 1})).isEmpty();
    }

    @Test
    void logicCanBeALambdaThatFillsOrReturns() {
        final var outputs = Everywhere.run((flow, out) -> {
            final KeyedStream<String> in = Numbers.keyed(flow, "a:1", "b:1", "a:2", "b:2");
            in.stateful("returns", Memo.TYPE, TEXT, (context, state, item) -> {
                        context.emit(context.key().text() + (context.isNew() ? "-" : state.text) + ">" + item);
                        state.text = item;
                    })
                    .output("a", out.sink());
            in.stateful("fills", Memo.TYPE, Memo.TYPE, (context, state, item) -> {
                        state.text += item;
                        context.out().text = state.text;
                        context.emit();
                        context.emit(state);
                    })
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("a->a:1", "b->b:1", "aa:1>a:2", "bb:1>b:2");
        assertThat(outputs.get("b"))
                .containsExactly("a:1", "a:1", "b:1", "b:1", "a:1a:2", "a:1a:2", "b:1b:2", "b:1b:2");
    }

    @Test
    void discardingForgetsOneKeyOnly() {
        final var outputs =
                Everywhere.run((flow, out) -> Numbers.keyed(flow, "a:1", "b:1", "a:DISCARD", "b:2", "a:3", "b:3")
                        .stateful("last", Memo.TYPE, TEXT, (context, state, item) -> {
                            context.emit(state.text + ">" + item);
                            state.text = item;
                            if (item.endsWith("DISCARD")) {
                                context.discard();
                            }
                        })
                        .output("out", out.sink()));
        assertThat(outputs.get("out")).containsExactly(">a:1", ">b:1", "a:1>a:DISCARD", "b:1>b:2", ">a:3", "b:2>b:3");
    }

    @Test
    void namesStepAndOccasionOfAFailure() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.keyed(flow, "a:1")
                                .stateful("bad", Memo.TYPE, TEXT, (context, state, item) -> {
                                    context.out();
                                })
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'bad' failed on a:1")
                .hasMessageContaining("emit an item of your own");
        final StatefulLogic<Memo, String, String, Memo> failing = new StatefulLogic<>() {
            @Override
            public void onItem(final StatefulContext<String, Memo> context, final Memo state, final String item) {
                context.timerAfter(item.endsWith("1") ? 1 : 1_000);
            }

            @Override
            public void onTimer(final StatefulContext<String, Memo> context, final Memo state) {
                throw new IllegalStateException("not now");
            }

            @Override
            public void onEnd(final StatefulContext<String, Memo> context, final Memo state) {
                throw new IllegalStateException("not yet");
            }
        };
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.keyed(flow, "a:1", "b:2", "b:3", "b:4")
                                .stateful("bad", Memo.TYPE, TEXT, failing)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'bad' failed on the timer of key a")
                .hasMessageContaining("not now");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.keyed(flow, "b:2", "b:3")
                                .stateful("bad", Memo.TYPE, TEXT, failing)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'bad' failed on the end of input of key b")
                .hasMessageContaining("not yet");
    }

    @Test
    void flatMapsWithStateByFillingAndByReturning() {
        final var outputs = Everywhere.run((flow, out) -> {
            final KeyedStream<Long> in = Numbers.of(flow, 2, 5, 8, 1, 3).keyByText("key", x -> "ALL");
            in.statefulFlatMap("returns", Probe.TYPE, Codecs.INT64, (state, item, emitter) -> {
                        if (item > state.value) {
                            emitter.emit(item);
                        }
                        state.value = item;
                    })
                    .output("a", out.sink());
            in.statefulFlatMap("fills", Probe.TYPE, Probe.TYPE, (state, item, reused, emitter) -> {
                        for (long i = state.value; i < item; i += 2) {
                            reused.value = i;
                            reused.key = item;
                            reused.count = 0;
                            emitter.emit(reused);
                        }
                        state.value = item;
                    })
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("2", "5", "8", "3");
        assertThat(outputs.get("b")).containsExactly("0/2/0", "2/5/0", "4/5/0", "5/8/0", "7/8/0", "1/3/0");
    }

    @Test
    void statefulMapWorksWithTextsAndNumbersAsKeys() {
        final var outputs = Everywhere.run((flow, out) -> {
            final Stream<String> in = Numbers.texts(flow, "a", "a", "a", "b", "a");
            in.keyByText("text", text -> text)
                    .statefulMap("count", Probe.TYPE, TEXT, (state, item) -> item + ++state.count)
                    .output("a", out.sink());
            in.keyBy("number", text -> text.charAt(0) - 1_000_000_000_000L)
                    .statefulMap("count2", Probe.TYPE, TEXT, (state, item) -> item + ++state.count)
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("a1", "a2", "a3", "b1", "a4");
        assertThat(outputs.get("b")).containsExactly("a1", "a2", "a3", "b1", "a4");
    }

    private record Never(boolean byDuration) implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            if (byDuration) {
                context.timerAfter(Duration.ofSeconds(Long.MAX_VALUE));
            } else {
                context.timerAfter(Long.MAX_VALUE);
            }
            context.emit(item);
        }

        @Override
        public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
            throw new IllegalStateException("fired at " + context.now());
        }
    }

    @Test
    void aTimerBeyondTheEndOfTimeDoesNotFire() {
        for (final boolean byDuration : new boolean[] {false, true}) {
            assertThat(Everywhere.run((flow, out) -> Numbers.probes(flow, new long[] {5, 1, 0}, new long[] {50, 2, 0})
                                    .stateful("never", Probe.TYPE, Probe.TYPE, new Never(byDuration))
                                    .output("out", out.sink()))
                            .get("out"))
                    .hasSize(2);
        }
    }
}
