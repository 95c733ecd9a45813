package io.millrace.bench.child;

import java.util.List;

/** Collectors that a JVM may have. */
public enum Collector {
    /** Stops all, one thread. */
    SERIAL("-XX:+UseSerialGC"),
    /** Stops all, all threads. */
    PARALLEL("-XX:+UseParallelGC"),
    /** In regions. */
    G1("-XX:+UseG1GC"),
    /** Beside the program. */
    Z("-XX:+UseZGC"),
    /** Never collects: a program that allocates ends. */
    EPSILON("-XX:+UnlockExperimentalVMOptions -XX:+UseEpsilonGC");

    private final String flags;

    Collector(final String flags) {
        this.flags = flags;
    }

    /** What selects it. */
    public List<String> flags() {
        return List.of(flags.split(" ", -1));
    }
}
