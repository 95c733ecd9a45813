package io.millrace.engine.run;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Whether the JVM still compiles. It tells how long it has compiled only when a method is done, so it has to be quiet for longer
 * than a large one takes; and it never is entirely, since other threads' code is compiled, too.
 *
 * <p>Thread: one. Allocation: none once made. Deterministic: no.
 */
final class CompilerWatch {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long FEW_MILLIS = 5;

    /** Null if the JVM interprets only. */
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();

    private long knownMillis;
    private long busyUntil = System.nanoTime() + QUIET_NANOS;

    /** Whether it has compiled lately. */
    boolean isBusy() {
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return false;
        }
        final long now = System.nanoTime();
        final long millis = compiler.getTotalCompilationTime();
        if (millis - knownMillis > FEW_MILLIS) {
            knownMillis = millis;
            busyUntil = now + QUIET_NANOS;
        }
        return now - busyUntil < 0;
    }
}
