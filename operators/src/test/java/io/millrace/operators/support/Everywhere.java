package io.millrace.operators.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.operators.Dataflow;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Runs a flow in every way in which it must give the same. */
public final class Everywhere {
    private static final int TINY_RING = 8;
    private static final int LARGE_RING = 1 << 12;

    private Everywhere() {}

    /** What the sinks of a flow get, in every layout, in replays, and with state restored after every record. */
    public static Map<String, List<String>> run(final BiConsumer<Dataflow, Collected> definition) {
        final MemoryLog log = new MemoryLog();
        final Map<String, List<String>> expected = inAllLayouts(definition, log);
        assertThat(Restores.replay(definition, log, 1)).as("restored").isEqualTo(expected);
        return expected;
    }

    /** What the sinks of a flow get, in every layout and in replays. */
    public static Map<String, List<String>> inAllLayouts(final BiConsumer<Dataflow, Collected> definition) {
        return inAllLayouts(definition, new MemoryLog());
    }

    private static Map<String, List<String>> inAllLayouts(
            final BiConsumer<Dataflow, Collected> definition, final MemoryLog log) {
        final Map<String, List<String>> expected = Runs.run(definition, Runs.fused(), log);
        final List<RunConfig> others = List.of(
                Runs.fused().specialize(true),
                Runs.fused().batchRecords(1).check(true),
                Runs.threaded(TINY_RING).specialize(true),
                Runs.threaded(TINY_RING).batchRecords(1),
                Runs.threaded(LARGE_RING));
        for (final RunConfig config : others) {
            assertThat(Runs.run(definition, config)).isEqualTo(expected);
        }
        assertThat(Runs.replay(definition, Runs.fused(), log)).as("replay").isEqualTo(expected);
        assertThat(Runs.replay(definition, Runs.threaded(TINY_RING), log))
                .as("threaded replay")
                .isEqualTo(expected);
        return expected;
    }
}
