package io.millrace.operators.support;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;

/** Little streams for tests. */
public final class Numbers {
    private Numbers() {}

    /** Numbers, one nanosecond after another from 0. */
    public static Stream<Long> of(final Dataflow flow, final long... numbers) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            items.add(new TimedItems.At<>(i, numbers[i]));
        }
        return flow.input("in", TimedItems.of(Codecs.INT64, items));
    }

    /** Texts, one nanosecond after another from 0. */
    public static Stream<String> texts(final Dataflow flow, final String... texts) {
        final List<TimedItems.At<String>> items = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            items.add(new TimedItems.At<>(i, texts[i]));
        }
        return flow.input("in", TimedItems.of(Codecs.TEXT, items));
    }

    /** Texts, whose keys are what stands before their colon, one nanosecond after another from 0. */
    public static KeyedStream<String> keyed(final Dataflow flow, final String... texts) {
        return texts(flow, texts).keyByText("key", text -> text.substring(0, text.indexOf(':')));
    }

    /** Probes at times: for each, its time, its key and its value. */
    public static KeyedStream<Probe> probes(final Dataflow flow, final long[]... probes) {
        final List<TimedItems.At<Probe>> items = new ArrayList<>();
        for (final long[] probe : probes) {
            final Probe item = Probe.of(probe[2]);
            item.key = probe[1];
            items.add(new TimedItems.At<>(probe[0], item));
        }
        return flow.input("in", TimedItems.of(Probe.TYPE, items)).keyBy("key", probe -> probe.key);
    }
}
