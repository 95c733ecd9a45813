package io.millrace.engine.run;

import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.Pump;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * What the pump's thread does: warm up, open the sources or the journal, move records until the end or a stop, and say so to
 * the stages.
 *
 * <p>Thread: the pump's, but {@link #stop} and {@link #reachedEndOfInput} any.
 */
final class PumpWork {
    private final Assembly assembly;
    private final RunConfig config;
    private final Health health;
    private final IdleStrategy idle;
    private final Supplier<Pump> opener;
    private final Runnable closeRecords;
    private final int cpu;
    private volatile boolean stopRequested;
    private volatile boolean endOfInput;

    /**
     * @param opener       opens what feeds the flow
     * @param closeRecords closes what records are read from, or written to, if the opener is never called or fails
     * @param cpu          processor to pin to, or {@link FlowThread#ANY_CPU}
     */
    PumpWork(
            final Assembly assembly,
            final RunConfig config,
            final Health health,
            final IdleStrategy idle,
            final Supplier<Pump> opener,
            final Runnable closeRecords,
            final int cpu) {
        this.assembly = assembly;
        this.config = config;
        this.health = health;
        this.idle = idle;
        this.opener = opener;
        this.closeRecords = closeRecords;
        this.cpu = cpu;
    }

    void run(final CountDownLatch started) {
        try (Pump pump = open(started)) {
            // Not before: what the sources start inherits the processor of whoever starts it.
            FlowThread.pin(cpu);
            final BatchTarget target = assembly.target();
            while (!stopRequested && !health.failed() && !pump.ended()) {
                final int work = pump.poll(target);
                assembly.afterPoll(work);
                idle.idle(work);
            }
            endOfInput = pump.sawEndOfInput();
            if (!health.failed()) {
                pump.stop(target);
                assembly.finish(endOfInput);
            }
        }
    }

    /** Warms up, and only then opens the sources: what they have to give must not wait for it. */
    private Pump open(final CountDownLatch started) {
        try {
            started.await();
            warmUp();
            return opener.get();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            closeRecords.run();
            throw new IllegalStateException("interrupted before the start", e);
        } catch (final RuntimeException | Error e) {
            closeRecords.run();
            throw e;
        }
    }

    private void warmUp() {
        if (config.warmUp() != null) {
            new WarmUp(assembly, config, () -> stopRequested || health.failed()).run();
        }
    }

    void stop() {
        stopRequested = true;
    }

    /** Whether the last of all inputs has ended. */
    boolean reachedEndOfInput() {
        return endOfInput;
    }
}
