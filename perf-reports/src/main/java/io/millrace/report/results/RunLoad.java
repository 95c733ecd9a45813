package io.millrace.report.results;

/**
 * What a latency run was asked to carry, and what it carried. Warm-up is not part of it.
 *
 * <p>Thread: any. Immutable.
 *
 * @param ratePerSecond records per second that the schedule asks for
 * @param seconds length of the measured window
 * @param sent records sent in it
 * @param backpressureWaits times that the sender had to wait for room
 */
public record RunLoad(long ratePerSecond, double seconds, long sent, long backpressureWaits) {
    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if a number can't be
     */
    public RunLoad {
        Required.that(ratePerSecond > 0, "\"ratePerSecond\" is " + ratePerSecond + ": it must be positive");
        Required.that(seconds > 0 && Double.isFinite(seconds), "\"seconds\" is " + seconds + ": it must be positive");
        Required.that(sent >= 0, "\"sent\" is negative: " + sent);
        Required.that(backpressureWaits >= 0, "\"backpressureWaits\" is negative: " + backpressureWaits);
    }

    /** Records per second that were sent. */
    public double achievedPerSecond() {
        return sent / seconds;
    }
}
