package io.millrace.app.doctor.machine;

/** How long a reading of the clock takes. */
public final class ClockReading {
    private static final int ROUNDS = 10;
    private static final int READINGS = 20_000;

    private ClockReading() {}

    /**
     * In nanoseconds. The first rounds run interpreted, and any may be interrupted: the fastest one counts. Takes a few
     * milliseconds, some hundred with the slowest clocks.
     */
    public static double nanos() {
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            long last = start;
            for (int i = 0; i < READINGS; i++) {
                last = System.nanoTime();
            }
            fastest = Math.min(fastest, (last - start) / (double) READINGS);
        }
        return fastest;
    }
}
