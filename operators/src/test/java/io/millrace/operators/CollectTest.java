package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CollectTest {
    private static Duration nanos(final long nanos) {
        return Duration.ofNanos(nanos);
    }

    /** What is given, with the key in front; items have their place in the list as value. */
    private static void define(
            final Dataflow flow, final Collected out, final Collect collect, final long... timesAndKeys) {
        final long[][] items = new long[timesAndKeys.length / 2][];
        for (int i = 0; i < items.length; i++) {
            items[i] = new long[] {timesAndKeys[2 * i], timesAndKeys[2 * i + 1], i};
        }
        Numbers.probes(flow, items).collect("collect", collect).output("out", out.sink(list -> {
            final StringBuilder text =
                    new StringBuilder().append(list.get(0).key).append(':');
            list.toList().forEach(probe -> text.append(' ').append(probe.value));
            return text.toString();
        }));
    }

    private static List<String> collected(final Collect collect, final long... timesAndKeys) {
        return Everywhere.run((flow, out) -> define(flow, out, collect, timesAndKeys))
                .get("out");
    }

    @Test
    void givesItemsWhenThereAreEnoughAndWhatIsLeftAtTheEnd() {
        assertThat(collected(Collect.upTo(3).idleFor(nanos(10)), 0, 7, 1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 7))
                .containsExactly("7: 0 1 2", "7: 3 4 5", "7: 6");
    }

    @Test
    void givesNoEmptyListAtTheEnd() {
        assertThat(collected(Collect.upTo(3), 0, 7, 1, 7, 2, 7)).containsExactly("7: 0 1 2");
    }

    @Test
    void startsTheIdleTimeAnewWithEachItem() {
        assertThat(collected(Collect.upTo(3).idleFor(nanos(10)), 0, 7, 8, 7, 18, 7))
                .as("at 18 the time is over, before the item of 18")
                .containsExactly("7: 0 1", "7: 2");
        assertThat(collected(Collect.whenIdleFor(nanos(10)), 0, 7, 9, 7, 18, 7, 27, 7, 36, 7, 47, 7))
                .containsExactly("7: 0 1 2 3 4", "7: 5");
    }

    @Test
    void givesItemsWhenTheFirstIsOldHoweverManyCome() {
        assertThat(collected(Collect.whenOlderThan(nanos(10)), 0, 7, 9, 7, 10, 7, 18, 7, 30, 7))
                .containsExactly("7: 0 1", "7: 2 3", "7: 4");
        assertThat(collected(
                        Collect.upTo(3).idleFor(nanos(5)).olderThan(nanos(8)),
                        0,
                        1,
                        4,
                        1,
                        7,
                        1,
                        20,
                        1,
                        24,
                        1,
                        27,
                        2,
                        28,
                        1,
                        31,
                        2))
                .containsExactly("1: 0 1 2", "1: 3 4", "1: 6", "2: 5 7");
    }

    @Test
    void refusesLimitsThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Collect.upTo(0))
                .withMessageContaining("collect up to 0 items");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Collect.upTo(1).idleFor(Duration.ZERO))
                .withMessageContaining("until 0 ns without an item");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Collect.whenOlderThan(nanos(-1)))
                .withMessageContaining("until -1 ns since the first item");
    }

    private static final class Waiting {
        private final List<Integer> items = new ArrayList<>();
        private long first;
        private long last;
    }

    /** The same, by looking at all keys in every nanosecond. */
    private static List<String> naively(final Collect collect, final long[] timesAndKeys) {
        final List<String> given = new ArrayList<>();
        final Map<Long, Waiting> waiting = new TreeMap<>();
        long now = 0;
        for (int i = 0; i < timesAndKeys.length; i += 2) {
            for (; now <= timesAndKeys[i]; now++) {
                for (final Map.Entry<Long, Waiting> entry : waiting.entrySet()) {
                    final Waiting of = entry.getValue();
                    final boolean idle = collect.idle() != Collect.NEVER && now - of.last >= collect.idle();
                    final boolean old = collect.age() != Collect.NEVER && now - of.first >= collect.age();
                    if (!of.items.isEmpty() && (idle || old)) {
                        given.add(give(entry.getKey(), of));
                    }
                }
            }
            final Waiting of = waiting.computeIfAbsent(timesAndKeys[i + 1], key -> new Waiting());
            of.first = of.items.isEmpty() ? timesAndKeys[i] : of.first;
            of.last = timesAndKeys[i];
            of.items.add(i / 2);
            if (of.items.size() == collect.size()) {
                given.add(give(timesAndKeys[i + 1], of));
            }
        }
        waiting.forEach((key, of) -> {
            if (!of.items.isEmpty()) {
                given.add(give(key, of));
            }
        });
        return given;
    }

    private static String give(final long key, final Waiting of) {
        final StringBuilder text = new StringBuilder().append(key).append(':');
        of.items.forEach(item -> text.append(' ').append(item));
        of.items.clear();
        return text.toString();
    }

    @Property(tries = 300)
    void givesWhatNaiveCodeGives(
            @ForAll @IntRange(min = 1, max = 6) final int size,
            @ForAll @IntRange(max = 12) final int idle,
            @ForAll @IntRange(max = 20) final int age,
            @ForAll @Size(max = 60) final List<@IntRange(max = 40) Integer> steps) {
        final Collect collect = new Collect(size, idle == 0 ? Collect.NEVER : idle, age == 0 ? Collect.NEVER : age);
        final long[] items = new long[steps.size() * 2];
        long time = 0;
        for (int i = 0; i < steps.size(); i++) {
            time += steps.get(i) / 4;
            items[2 * i] = time;
            items[2 * i + 1] = steps.get(i) % 4 - 1L;
        }
        assertThat(Runs.run((flow, out) -> define(flow, out, collect, items), Runs.fused())
                        .get("out"))
                .isEqualTo(naively(collect, items));
    }

    @Test
    void givesCopies() {
        final List<List<Probe>> kept = new ArrayList<>();
        Runs.run(
                (flow, out) -> Numbers.probes(flow, new long[] {0, 1, 3}, new long[] {1, 1, 4})
                        .collect("collect", Collect.upTo(2))
                        .inspect("look", list -> kept.add(list.toList())),
                Runs.fused());
        assertThat(kept.get(0)).extracting(probe -> probe.value).containsExactly(3L, 4L);
    }
}
