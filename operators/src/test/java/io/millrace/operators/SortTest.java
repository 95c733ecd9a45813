package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
class SortTest {
    /** An item that comes at {@code time}, belongs to {@code event}, and has its place in the list as value. */
    private record Item(long time, long key, long event) {}

    private static EventClock<Probe> clock(final long lateness) {
        return EventClock.<Probe>of(probe -> probe.count).lateness(Duration.ofNanos(lateness));
    }

    private static Stream<Probe> stream(final Dataflow flow, final List<Item> items) {
        final List<TimedItems.At<Probe>> probes = new ArrayList<>();
        for (final Item item : items) {
            final Probe probe = Probe.of(probes.size());
            probe.key = item.key;
            probe.count = item.event;
            probes.add(new TimedItems.At<>(item.time, probe));
        }
        return flow.input("in", TimedItems.of(Probe.TYPE, probes));
    }

    private static void byKey(final Dataflow flow, final Collected out, final long lateness, final List<Item> items) {
        final Sorted<KeyedStream<Probe>, KeyedStream<Late<Probe>>> sides =
                stream(flow, items).keyBy("key", probe -> probe.key).sort("sort", clock(lateness));
        sides.sorted().output("sorted", out.sink());
        sides.late().output("late", out.sink(late -> late.item() + " behind " + late.watermark()));
    }

    private static Map<String, List<String>> sorted(final long lateness, final Item... items) {
        return Everywhere.run((flow, out) -> byKey(flow, out, lateness, List.of(items)));
    }

    @Test
    void givesItemsInTheOrderOfTheirTimesAndOfTheirComing() {
        final var outputs = sorted(
                10, new Item(0, 1, 5), new Item(1, 1, 3), new Item(1, 1, 8), new Item(2, 1, 3), new Item(2, 1, 30));
        assertThat(outputs.get("sorted")).containsExactly("1/1/3", "3/1/3", "0/1/5", "2/1/8", "4/1/30");
        assertThat(outputs.get("late")).isEmpty();
    }

    @Test
    void saysWhatIsBehindTheWatermarkIsLateAndWhatIsAtItIsNot() {
        final var outputs = sorted(10, new Item(0, 1, 30), new Item(0, 1, 20), new Item(0, 1, 19), new Item(1, 1, 20));
        assertThat(outputs.get("sorted")).containsExactly("1/1/20", "0/1/30");
        assertThat(outputs.get("late")).containsExactly("2/1/19 behind 20", "3/1/20 behind 21");
    }

    @Test
    void givesAnItemWhenTimeAloneBringsTheWatermarkToIt() {
        final List<Item> items = List.of(new Item(0, 1, 30), new Item(5, 2, 100), new Item(9, 3, 0));
        final List<String> given = new ArrayList<>();
        Runs.run(
                (flow, out) -> stream(flow, items)
                        .keyBy("key", probe -> probe.key)
                        .sort("sort", clock(7))
                        .sorted()
                        .inspectDebug(
                                "when", (step, item, inputSeq, stage, part) -> given.add(item.key + " @" + inputSeq)),
                Runs.fused());
        assertThat(given).as("by the timer at 7, and at the end").containsExactly("1 @-1", "2 @-1", "3 @-1");
        assertThat(sorted(7, items.toArray(Item[]::new)).get("sorted")).containsExactly("0/1/30", "1/2/100", "2/3/0");
    }

    @Test
    void passesItemsOnAtOnceIfItWaitsForNone() {
        final var outputs = sorted(
                0, new Item(0, 1, 5), new Item(0, 1, 5), new Item(0, 1, 4), new Item(0, 2, 1), new Item(0, 1, 6));
        assertThat(outputs.get("sorted")).containsExactly("0/1/5", "1/1/5", "3/2/1", "4/1/6");
        assertThat(outputs.get("late")).containsExactly("2/1/4 behind 5");
    }

    @Test
    void waitsForTheEndIfItsLatenessIsEndless() {
        final var outputs = sorted(
                EventClock.ENDLESS, new Item(0, 2, 50), new Item(10, 1, 9), new Item(99, 1, 3), new Item(100, 2, 1));
        assertThat(outputs.get("sorted")).containsExactly("2/1/3", "1/1/9", "3/2/1", "0/2/50");
    }

    @Test
    void sortsAStreamWithoutKeysAsAWhole() {
        final var outputs = Everywhere.run((flow, out) -> {
            final var sides = stream(flow, List.of(new Item(0, 1, 5), new Item(0, 2, 3), new Item(0, 1, 20)))
                    .sort("sort", clock(10));
            sides.sorted().output("sorted", out.sink());
            sides.late().output("late", out.sink());
        });
        assertThat(outputs.get("sorted")).containsExactly("1/2/3", "0/1/5", "2/1/20");
        assertThat(outputs.get("late")).isEmpty();
    }

    @Test
    void namesStepAndItemOfAFailure() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> stream(flow, List.of(new Item(0, 1, 5)))
                                .sort("sort", EventClock.of(probe -> probe.count / (probe.key - 1)))
                                .sorted()
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'sort' failed on 0/1/5");
    }

    @Test
    void needsATypeToKeepItems() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> stream(flow, List.of(new Item(0, 1, 5)))
                                .map("untyped", probe -> probe)
                                .sort("sort", clock(1)),
                        Runs.fused()))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("sort 'sort' keeps its items");
    }

    /** The late ones, and the others of each key by time. */
    private static Map<String, List<String>> naively(final long lateness, final List<Item> items) {
        final List<String> late = new ArrayList<>();
        final Map<Long, List<Integer>> kept = new TreeMap<>();
        final Map<Long, Long> leads = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            final Item item = items.get(i);
            final long lead = leads.merge(item.key, item.event - lateness - item.time, Math::max);
            if (item.event < item.time + lead) {
                late.add(i + "/" + item.key + "/" + item.event + " behind " + (item.time + lead));
            } else {
                kept.computeIfAbsent(item.key, key -> new ArrayList<>()).add(i);
            }
        }
        final List<String> sorted = new ArrayList<>();
        kept.forEach((key, numbers) -> {
            numbers.sort(Comparator.comparingLong(i -> items.get(i).event));
            numbers.forEach(i -> sorted.add(i + "/" + key + "/" + items.get(i).event));
        });
        return Map.of("late", late, "sorted", sorted);
    }

    private static String keyOf(final String probe) {
        return probe.substring(probe.indexOf('/') + 1, probe.lastIndexOf('/'));
    }

    @Property(tries = 300)
    void givesWhatNaiveCodeGives(
            @ForAll @IntRange(max = 20) final int lateness,
            @ForAll @Size(max = 80) final List<@IntRange(max = 5_000) Integer> choices) {
        final List<Item> items = new ArrayList<>();
        long time = 0;
        for (final int choice : choices) {
            time += choice % 4;
            items.add(new Item(time, choice / 4 % 3, time + choice / 12 % 30));
        }
        final Map<String, List<String>> outputs =
                Runs.run((flow, out) -> byKey(flow, out, lateness, items), Runs.fused());
        final List<String> byKey = new ArrayList<>(outputs.get("sorted"));
        byKey.sort(Comparator.comparing(SortTest::keyOf));
        assertThat(Map.of("late", outputs.get("late"), "sorted", byKey)).isEqualTo(naively(lateness, items));
    }
}
