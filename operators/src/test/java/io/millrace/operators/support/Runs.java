package io.millrace.operators.support;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Runs a flow to the end of its input and gives what its sinks got. */
public final class Runs {
    private static final long PATIENCE_SECONDS = 60;

    private Runs() {}

    public static RunConfig fused() {
        return new RunConfig().layout(Layout.FUSED).waitMode(WaitMode.YIELD).specialize(false);
    }

    public static RunConfig threaded(final int ringUnits) {
        return fused().layout(Layout.THREADED).ringUnits(ringUnits);
    }

    /** A live run of a flow whose sources end. */
    public static Map<String, List<String>> run(
            final BiConsumer<Dataflow, Collected> definition, final RunConfig config) {
        return run(definition, config, InputLog.NONE);
    }

    public static Map<String, List<String>> run(
            final BiConsumer<Dataflow, Collected> definition, final RunConfig config, final InputLog log) {
        final Collected collected = new Collected();
        finish(FlowRun.live(new Flow("test", flow -> definition.accept(flow, collected)), log, config));
        return collected.all();
    }

    public static Map<String, List<String>> replay(
            final BiConsumer<Dataflow, Collected> definition, final RunConfig config, final MemoryLog log) {
        final Collected collected = new Collected();
        finish(FlowRun.replay(new Flow("test", flow -> definition.accept(flow, collected)), log.reader(), config));
        return collected.all();
    }

    private static void finish(final FlowRun started) {
        try (FlowRun run = started) {
            run.start();
            if (!run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the flow did not end");
            }
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
