package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A function that fails must not spoil what its operator knows of other items, nor lose any of them. */
@Timeout(120)
class GuardedOperatorsTest {
    private static final EventClock<Long> CLOCK = EventClock.of(x -> x);

    private static KeyedStream<Long> at(final Dataflow flow, final String id, final long... times) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (final long time : times) {
            items.add(new TimedItems.At<>(time, time));
        }
        return flow.input(id, TimedItems.of(Codecs.INT64, items)).keyBy(id + "-key", x -> 0);
    }

    private static Map<String, List<String>> run(
            final Function<KeyedStream<Long>, KeyedStream<Long>> part, final long... times) {
        return Everywhere.run((flow, out) -> show(at(flow, "in", times).guard("g", part), out));
    }

    private static void show(final Guarded<KeyedStream<Long>> guarded, final Collected out) {
        guarded.passed().output("passed", out.sink());
        guarded.failed().output("failed", out.sink(letter -> letter.stepId() + " " + letter.item()));
    }

    private static BinaryOperator<Long> sumUnless(final long bad) {
        return (sum, x) -> {
            if (x == bad) {
                throw new IllegalArgumentException("bad");
            }
            return sum + x;
        };
    }

    private static Function<KeyedStream<Long>, KeyedStream<Long>> windows(final Windower windower, final long bad) {
        return in -> in.window("w", CLOCK, windower).reduce(sumUnless(bad)).closed();
    }

    @Test
    void windowsCloseInTimeThoughTheirLastItemFailed() {
        final Map<String, List<String>> outputs = run(windows(new TumblingWindow(10, 0), 12), 1, 2, 11, 12, 25);
        assertThat(outputs.get("passed")).containsExactly("3", "11", "25");
        assertThat(outputs.get("failed")).containsExactly("g.w 12");
    }

    @Test
    void windowsOfACountCloseThoughTheirLastItemFailed() {
        final Map<String, List<String>> outputs = run(windows(new CountWindow(2), 2), 1, 2, 3, 4, 5);
        assertThat(outputs.get("passed")).containsExactly("1", "7", "5");
        assertThat(outputs.get("failed")).containsExactly("g.w 2");
    }

    @Test
    void sessionsThatAFailingItemJoinsStayWhole() {
        final Map<String, List<String>> outputs = run(windows(new SessionWindow(5), 14), 10, 14, 18, 40);
        assertThat(outputs.get("passed")).containsExactly("28", "40");
        assertThat(outputs.get("failed")).containsExactly("g.w 14");
    }

    @Test
    void anItemThatHasWaitedFailsInsteadOfTheOneThatLetItGo() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final List<TimedItems.At<Long>> items = new ArrayList<>();
            for (final long time : new long[] {3, 2, 1, 4, 30, 31}) {
                items.add(new TimedItems.At<>(items.size(), time));
            }
            show(
                    flow.input("in", TimedItems.of(Codecs.INT64, items))
                            .keyBy("key", x -> 0)
                            .guard(
                                    "g",
                                    in -> in.window(
                                                    "w",
                                                    EventClock.of((Long x) -> x).lateness(Duration.ofNanos(8)),
                                                    new TumblingWindow(10, 0))
                                            .ordered()
                                            .reduce(sumUnless(2))
                                            .closed()),
                    out);
        });
        assertThat(outputs.get("passed")).containsExactly("8", "61");
        assertThat(outputs.get("failed")).containsExactly("g.w 2");
    }

    @Test
    void rowsOfAJoinThatComeAfterAFailingOneAreGiven() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final KeyedStream<Long> right = at(flow, "right", 1, 2, 3);
            show(
                    at(flow, "left", 4, 5)
                            .guard(
                                    "g",
                                    in -> in.join(
                                            "j",
                                            right,
                                            JoinMode.product().running().inner(),
                                            Codecs.INT64,
                                            (l, r) -> {
                                                if (r == 2) {
                                                    throw new IllegalArgumentException("bad");
                                                }
                                                return l * 10 + r;
                                            })),
                    out);
        });
        // A running join gives all rows of the key each time.
        assertThat(outputs.get("passed")).containsExactly("41", "43", "41", "43", "51", "53");
        assertThat(outputs.get("failed")).hasSize(3).allMatch(text -> text.startsWith("g.j "));
    }
}
