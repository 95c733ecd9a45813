package io.millrace.operators.testing;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.graph.Step;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.IdleFlow;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Flow;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The runs of a harness: one that tells what is right, and others that are compared with it. */
final class HarnessRuns {
    /** How a new instance goes on from what another wrote. */
    enum Restore {
        /** It does not: the same instance goes on. */
        NEVER,
        /** It reads what the other wrote. */
        FUSED,
        /** It reads what others in 1, 4, 2 and again 4 parts wrote, each of which has read what the one before wrote. */
        PARTS
    }

    private static final int[] PARTS = {1, 4, 2, 4};
    private static final int[] NONE = {};

    /** Records from one restore in parts to the next. */
    private static final int FEW = 7;

    /** Items for the count of what is allocated: most warm up, the last are counted. */
    static final int LONG = 40_000;

    private static final double WARM_UP = 0.75;
    private static final long PATIENCE_SECONDS = 60;

    /** Bytes that a whole count may find: what the JVM makes once, when it compiles. */
    private static final long ONCE = 4_096;

    private final Consumer<HarnessFlow> definition;
    private final int count;
    private final MemoryLog log = new MemoryLog();
    private final HarnessOutputs expected = new HarnessOutputs(true);

    HarnessRuns(final Consumer<HarnessFlow> definition, final int count) {
        this.definition = definition;
        this.count = count;
    }

    List<Step> steps() {
        return flow(new HarnessOutputs(false), 0).get().steps();
    }

    private Flow flow(final HarnessOutputs outputs, final int parts) {
        return new Flow("harness", flow -> definition.accept(new HarnessFlow(flow, outputs, count, parts)));
    }

    /** The run that tells what is right. */
    void first(final RunConfig config) {
        finish(
                "first run",
                FlowRun.live(flow(expected, 0), log, config.batchRecords(asks() ? 1 : config.batchRecords())));
        if (expected.size() == 0) {
            throw new AssertionError("nothing came out: there is nothing to compare");
        }
    }

    /** Whether answers of a source are awaited. When they come depends on timing: then all runs replay the first. */
    private boolean asks() {
        return steps().stream().anyMatch(step -> step.input() != null && step.spec() != null);
    }

    /** A live run, which must give the same. */
    void compare(final String how, final RunConfig config, final int parts) {
        if (asks()) {
            compareReplay(how, config, parts);
            return;
        }
        final HarnessOutputs outputs = new HarnessOutputs(true);
        finish(how, FlowRun.live(flow(outputs, parts), InputLog.NONE, config));
        outputs.requireSame(expected, how);
    }

    /** A run from the journal of the first, which must give the same. */
    void compareReplay(final String how, final RunConfig config, final int parts) {
        final HarnessOutputs outputs = new HarnessOutputs(true);
        finish(how, FlowRun.replay(flow(outputs, parts), log.reader(), config));
        outputs.requireSame(expected, how);
    }

    private static void finish(final String how, final FlowRun made) {
        try (FlowRun run = made) {
            run.start();
            if (!run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(how + ": did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (final RuntimeException e) {
            throw new AssertionError(how + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs the journal record by record, which must give the same.
     *
     * @param restore how a new instance goes on from a snapshot after every record
     * @return the hash of the state after each record
     */
    List<Long> step(final String how, final RunConfig config, final Restore restore) {
        final HarnessOutputs outputs = new HarnessOutputs(true);
        final List<Long> hashes = new ArrayList<>();
        SteppedFlow flow = new SteppedFlow(flow(outputs, 0), config);
        final InputLogReader reader = log.reader();
        while (reader.next()) {
            int at = reader.offset();
            final int end = at + reader.length();
            while (at < end) {
                final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                flow.onBatch(reader.buffer(), at, length);
                at += length;
                if (restore == Restore.FUSED || restore == Restore.PARTS && hashes.size() % FEW == 0) {
                    flow = restored(flow, flow(outputs, 0), config, restore);
                }
                hashes.add(flow.stateHash());
            }
        }
        flow.close();
        outputs.requireSame(expected, how);
        return hashes;
    }

    private SteppedFlow restored(
            final SteppedFlow from, final Flow definition, final RunConfig config, final Restore restore) {
        final StateWriter fused = new StateWriter();
        from.writeState(fused);
        List<StateWriter> written = List.of(fused);
        for (final int parts : restore == Restore.PARTS ? PARTS : NONE) {
            final IdleFlow dealt = new IdleFlow(flow(new HarnessOutputs(false), parts), Layout.THREADED);
            dealt.readState(written);
            if (!dealt.stepHashes().equals(new TreeMap<>(from.stepHashes()))) {
                throw new AssertionError("state dealt to " + parts + " parts hashes to " + dealt.stepHashes()
                        + " by step, and whole to " + from.stepHashes());
            }
            written = dealt.writeState();
        }
        from.close();
        final SteppedFlow flow = new SteppedFlow(definition, config);
        for (final StateWriter state : written) {
            flow.readState(new StateReader(state.buffer(), 0, state.length()));
        }
        return flow;
    }

    /** Counts what is allocated in the last stretch of a long run; the end of input, which may allocate, is left out. */
    void requireNoGarbage(final RunConfig config) {
        finish("long run", FlowRun.live(flow(new HarnessOutputs(false), 0), log, config));
        final int batches = batches();
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final InputLogReader reader = log.reader();
        long before = 0;
        try (SteppedFlow flow = new SteppedFlow(flow(new HarnessOutputs(false), 0), config)) {
            for (int batch = 0; batch < batches - 1 && reader.next(); batch++) {
                if (batch == (int) (batches * WARM_UP)) {
                    before = threads.getCurrentThreadAllocatedBytes();
                }
                flow.onBatch(reader.buffer(), reader.offset(), reader.length());
            }
            final long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            if (bytes > ONCE) {
                throw new AssertionError(bytes + " bytes of garbage in the last " + (int) (count * (1 - WARM_UP))
                        + " of " + count + " items");
            }
        }
    }

    private int batches() {
        final InputLogReader reader = log.reader();
        int batches = 0;
        while (reader.next()) {
            batches++;
        }
        return batches;
    }
}
