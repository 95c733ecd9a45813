package io.millrace.bench.recovery;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.spi.ForwardingReader;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A journal that notes when the run that goes on with it comes where.
 *
 * <pre>
 *   read, close     is the snapshot one of this journal?    seek, looked at
 *   read, next ...  replay                                  seek, replay
 *   resume          new session                             live
 * </pre>
 *
 * <p>Thread: as a run does it. What was noted is asked for when the run is over.
 */
final class WatchedLog implements ResumableLog {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ResumableLog log;
    private final CountDownLatch over = new CountDownLatch(1);
    private long records;
    private long seekNanos;
    private long lookedAt;
    private long replayFrom;
    private long replayCpuFrom;
    private long replayedAt;
    private long replayCpuNanos;
    private volatile long liveAt;

    WatchedLog(final ResumableLog log) {
        this.log = log;
    }

    @Override
    public UUID id() {
        return log.id();
    }

    @Override
    public InputLogReader read(final long fromSeq) {
        final long start = System.nanoTime();
        final InputLogReader reader = log.read(fromSeq);
        records = 0;
        replayFrom = System.nanoTime();
        replayCpuFrom = THREADS.getCurrentThreadCpuTime();
        seekNanos += replayFrom - start;
        return new Watched(reader);
    }

    @Override
    public InputLog resume(final long nextSeq) {
        final InputLog appended = log.resume(nextSeq);
        liveAt = System.nanoTime();
        over.countDown();
        return appended;
    }

    @Override
    public long[] skips() {
        return log.skips();
    }

    @Override
    public boolean acceptsLoss() {
        return log.acceptsLoss();
    }

    /** A run that fails closes its log. */
    @Override
    public void close() {
        over.countDown();
        log.close();
    }

    /** Waits until the run is live, or has failed. */
    void awaitLive() throws InterruptedException {
        over.await();
    }

    /** When it was known that the snapshot is one of this journal. */
    long lookedAt() {
        return lookedAt;
    }

    /**
     * What was noted.
     *
     * @param start   when all began
     * @param loading nanoseconds that the snapshot took
     * @param state   of the steps, when the run was over
     */
    Recovery recovery(final long start, final long loading, final String state) {
        if (liveAt == 0) {
            throw new IllegalStateException("the run has ended before it was live");
        }
        return new Recovery(
                records,
                liveAt - start,
                loading,
                seekNanos,
                replayedAt - replayFrom,
                replayCpuNanos,
                liveAt - replayedAt,
                state);
    }

    private final class Watched extends ForwardingReader {
        Watched(final InputLogReader reader) {
            super(reader);
        }

        @Override
        public boolean next() {
            if (super.next()) {
                records += count();
                return true;
            }
            replayedAt = System.nanoTime();
            replayCpuNanos = THREADS.getCurrentThreadCpuTime() - replayCpuFrom;
            return false;
        }

        @Override
        public void close() {
            super.close();
            if (liveAt == 0) {
                lookedAt = System.nanoTime();
            }
        }
    }
}
