package io.millrace.engine.run;

import io.millrace.engine.loop.Health;
import java.util.concurrent.CountDownLatch;
import net.openhft.affinity.Affinity;

/**
 * A thread of a flow: pinned if that was asked for, reported to have started, its failure the flow's failure, and what it
 * owns closed at the end, whatever happens.
 */
final class FlowThread extends Thread {
    /** In place of a processor: not pinned. */
    static final int ANY_CPU = -1;

    private final int cpu;
    private final CountDownLatch started;
    private final Health health;
    private final Runnable work;
    private final Runnable close;

    FlowThread(
            final String name,
            final int cpu,
            final CountDownLatch started,
            final Health health,
            final Runnable work,
            final Runnable close) {
        super(name);
        this.cpu = cpu;
        this.started = started;
        this.health = health;
        this.work = work;
        this.close = close;
        setDaemon(true);
    }

    /** Pins the calling thread, and whatever it starts from now on. */
    static void pin(final int cpu) {
        if (cpu != ANY_CPU) {
            Affinity.setAffinity(cpu);
        }
    }

    @Override
    public void run() {
        try {
            pin(cpu);
            started.countDown();
            work.run();
        } catch (final Throwable e) {
            health.fail(e);
        } finally {
            started.countDown();
            try {
                close.run();
            } catch (final Throwable e) {
                health.fail(e);
            }
        }
    }
}
