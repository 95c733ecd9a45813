package io.millrace.engine.run;

/** How threads wait for work. */
public enum WaitMode {
    /** Spin if there is a core for each thread and one to spare, otherwise back off. */
    AUTO,
    /** Spin; threads for which there is no core to spare yield. */
    SPIN,
    /** Spin a little, then let others run: good latency where there are more threads than cores, and a busy core. */
    YIELD,
    /** Spin a little, yield a while, then sleep up to a millisecond. */
    BACKOFF
}
