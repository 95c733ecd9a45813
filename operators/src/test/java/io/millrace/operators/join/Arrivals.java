package io.millrace.operators.join;

import io.millrace.engine.run.RunConfig;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Items of several sides in the order of their arrival, for comparing joins with their definitions.
 *
 * @param items in the order in which they come
 */
record Arrivals(List<Arrival> items) {
    private static final int MOST_SIDES = 8;

    /**
     * An item.
     *
     * @param side  which side it belongs to
     * @param key   of the item
     * @param time  its own
     * @param stage when it comes
     * @param value tells it from others
     */
    record Arrival(int side, long key, long time, long stage, long value) {
        @Override
        public String toString() {
            return Long.toString(value);
        }

        private Probe probe() {
            final Probe probe = Probe.of(value);
            probe.key = key * MOST_SIDES + side;
            probe.count = time;
            return probe;
        }
    }

    /** Makes arrivals from numbers: side, key, time behind the last one's, stage time that has passed. */
    static Arrivals of(final List<int[]> numbers, final int sides, final int disorder) {
        final List<Arrival> items = new ArrayList<>();
        long stage = 1_000;
        for (final int[] number : numbers) {
            stage += number[3] % 3 == 0 ? number[3] % 12 : 0;
            final long time = stage - number[2] % (disorder + 1);
            items.add(new Arrival(number[0] % sides, number[1] % 3 - 1, time, stage, items.size()));
        }
        return new Arrivals(items);
    }

    /** The streams of the sides, keyed by number or by text, in so many parts. */
    List<KeyedStream<Probe>> sides(final Dataflow flow, final int sides, final boolean textKeys, final int parts) {
        final List<TimedItems.At<Probe>> list = items.stream()
                .map(item -> new TimedItems.At<>(item.stage, item.probe()))
                .toList();
        final Stream<Probe> in = flow.input("in", TimedItems.of(Probe.TYPE, list));
        final List<KeyedStream<Probe>> streams = new ArrayList<>();
        for (int side = 0; side < sides; side++) {
            final int only = side;
            final Stream<Probe> ofSide =
                    in.filter("side " + side, probe -> Math.floorMod(probe.key, MOST_SIDES) == only);
            final KeyedStream<Probe> keyed = textKeys
                    ? ofSide.keyByText("key " + side, probe -> Long.toString(keyOf(probe)))
                    : ofSide.keyBy("key " + side, Arrivals::keyOf);
            streams.add(keyed.parallel("parts", parts));
        }
        return streams;
    }

    private static long keyOf(final Probe probe) {
        return Math.floorDiv(probe.key, MOST_SIDES);
    }

    /** Keys in the order of their values. */
    List<Long> keys(final boolean text) {
        final Map<String, Long> byText = new TreeMap<>();
        items.forEach(item -> byText.put(Long.toString(item.key), item.key));
        return text
                ? List.copyOf(byText.values())
                : byText.values().stream().sorted().collect(Collectors.toList());
    }

    /** What a flow gives, which is the same in all layouts. */
    static Map<String, List<String>> run(final BiConsumer<Dataflow, Collected> definition, final RunConfig other) {
        final Map<String, List<String>> fused =
                Runs.run(definition, Runs.fused().check(true));
        if (!Runs.run(definition, other).equals(fused)) {
            throw new AssertionError("another layout gives " + Runs.run(definition, other) + ", fused " + fused);
        }
        return fused;
    }

    /** A row of probes, or nothing for those that are missing. */
    static String text(final JoinRow row) {
        final List<String> values = new ArrayList<>();
        for (int side = 0; side < row.sides(); side++) {
            values.add(row.has(side) ? Long.toString(row.<Probe>get(side).value) : "–");
        }
        return values.toString();
    }
}
