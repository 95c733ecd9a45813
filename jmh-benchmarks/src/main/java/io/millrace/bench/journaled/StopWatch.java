package io.millrace.bench.journaled;

import io.millrace.bench.compare.AllocatedBytes;

/** Takes the time of a part of what a thread does, and what it allocates meanwhile. Read when that thread waits or is over. */
final class StopWatch {
    private final AllocatedBytes allocated = new AllocatedBytes();
    private long started;
    private long nanos;

    void start() {
        allocated.start();
        started = System.nanoTime();
    }

    void stop(final long records) {
        nanos = System.nanoTime() - started;
        allocated.stop(records);
    }

    /** Between the last start and stop. */
    long nanos() {
        return nanos;
    }

    /** Over all turns. */
    AllocatedBytes allocated() {
        return allocated;
    }
}
