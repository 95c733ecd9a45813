package io.millrace.operators.verify;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.verify.StepFinder;
import io.millrace.engine.verify.UpTo;
import io.millrace.engine.verify.Verification;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A flow and a journal of its input. Record n is the probe of value n; the last one is the end of input. */
final class Recorded {
    static final int ITEMS = 1_000;

    private final Flow flow;
    private final MemoryLog log = new MemoryLog();

    Recorded(final Consumer<Dataflow> definition) {
        flow = new Flow("test", definition);
        final RunConfig config = config().discard(true).batchRecords(37);
        final Flow sound = new Flow("test", steps -> probes(steps).output("out", new Collected().sink()));
        try (FlowRun run = FlowRun.live(sound, log, config)) {
            run.start();
            run.await();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Probes of the values 0 to 999, a microsecond after another; their keys are 0, 1 and 2. */
    static KeyedStream<Probe> probes(final Dataflow flow) {
        final List<TimedItems.At<Probe>> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            final Probe probe = Probe.of(i);
            probe.key = i % 3;
            items.add(new TimedItems.At<>(i * 1_000L, probe));
        }
        return flow.input("in", TimedItems.of(Probe.TYPE, items)).keyBy("key", probe -> probe.key);
    }

    static RunConfig config() {
        return new RunConfig().waitMode(WaitMode.YIELD).specialize(false);
    }

    VerificationReport verify() {
        return verification().every(400).run();
    }

    Verification verification() {
        return new Verification(flow, Recorded::config, from -> log.reader());
    }

    StepFinder finder() {
        return new StepFinder(flow, Recorded::config, from -> log.reader());
    }

    /** The flow's state before a record. */
    StateWriter stateBefore(final long seq) {
        final StateWriter state = new StateWriter();
        final InputLogReader reader = new UpTo(log.reader(), seq - 1);
        try (SteppedFlow copy = new SteppedFlow(flow, config().discard(true))) {
            while (reader.next()) {
                copy.onBatch(reader.buffer(), reader.offset(), reader.length());
            }
            copy.writeState(state);
        }
        return state;
    }
}
