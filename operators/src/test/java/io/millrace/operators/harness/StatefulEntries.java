package io.millrace.operators.harness;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.OperatorHarness;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Operators that keep something for each key. */
final class StatefulEntries {
    private StatefulEntries() {}

    static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        entries.put(
                "statefulMap, filling",
                byName(s -> s.statefulMap("map", Probe.TYPE, Probe.TYPE, (state, item, out) -> {
                    state.add(item);
                    out.set(state);
                })));
        entries.put(
                "statefulMap, returning",
                byName(s -> s.statefulMap("map", Probe.TYPE, Codecs.INT64, (state, item) -> {
                            state.add(item);
                            return state.value;
                        }))
                        .allocates());
        return entries;
    }

    private static OperatorHarness byName(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyedByText(Probe.TYPE, Ticks::at, Ticks::name).with(operator);
    }
}
