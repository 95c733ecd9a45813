package io.millrace.operators.testing;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.MemorySnapshots;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.verify.Verification;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a flow to the end of its input, fused and with the check mode on unless it is told otherwise, and journals it in
 * memory.
 *
 * <pre>{@code
 * TestRun run = new TestRun(flow -> flow.input("in", source.origin()).map(...).output("out", sink)).time(time);
 * run.run();      // what the flow fails with is thrown
 * run.replay();   // the same once more, from the journal
 * run.verify();   // all layouts, two copies: what is not the same every time is named
 * run.restart();  // after a stop or an abort of the source: goes on, as another process would that finds the journal
 * }</pre>
 *
 * <p>Thread: one.
 */
public final class TestRun {
    private static final long PATIENCE_SECONDS = 60;
    private static final long RECORDS_PER_COMPARISON = 100;

    private final Flow flow;
    private ManualTime time;
    private RunConfig config = new RunConfig().waitMode(WaitMode.YIELD).check(true);
    private MemoryLog log = new MemoryLog();
    private MemorySnapshots snapshots = new MemorySnapshots();

    /** @param definition as {@link Flow} has it: called once for each copy */
    public TestRun(final Consumer<Dataflow> definition) {
        this.flow = new Flow("test", definition);
    }

    /** Time of live sources. */
    public TestRun time(final ManualTime clock) {
        time = clock;
        return this;
    }

    /** How it is run, instead of fused, unhurried and checked. */
    public TestRun config(final RunConfig other) {
        config = other;
        return this;
    }

    /** Runs the flow from its sources. */
    public void run() {
        log = new MemoryLog();
        snapshots = new MemorySnapshots();
        finish(FlowRun.live(flow, log, configured()), false);
    }

    /**
     * Goes on with what the last run has journaled, after it was stopped or broke off: from its last snapshot, through the
     * rest of the journal, to the sources. Sinks that can tell what they hold, as {@link TestSink} can, are given nothing
     * twice; others are given again what came after the snapshot.
     */
    public void restart() {
        finish(FlowRun.resume(flow, log.resumable(), configured()), true);
    }

    private RunConfig configured() {
        return (time == null ? config : config.clock(time)).snapshots(snapshots);
    }

    /** Runs the flow from what the last run has journaled. */
    public void replay() {
        finish(FlowRun.replay(flow, log.reader(), config), false);
    }

    /** Snapshots of the last run: one when it stopped, and as many in between as the configuration says. */
    public MemorySnapshots snapshots() {
        return snapshots;
    }

    /**
     * Runs what the last run has journaled several times and in several ways, without sinks, and compares outputs and state.
     *
     * @throws AssertionError if they differ; names the record, and the step that got the same and gave something else
     */
    public void verify() {
        final VerificationReport report = new Verification(
                        flow,
                        () -> new RunConfig().waitMode(WaitMode.YIELD).skips(config.skips()),
                        from -> log.reader())
                .every(RECORDS_PER_COMPARISON)
                .run();
        if (!report.isEqual()) {
            throw new AssertionError(report.toString(), report.failure());
        }
    }

    /** What the last run has journaled. */
    public MemoryLog log() {
        return log;
    }

    private void finish(final FlowRun made, final boolean again) {
        try (FlowRun run = made) {
            if (time != null) {
                time.runBy(again, run::stop);
            }
            run.start();
            if (!run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the flow did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
