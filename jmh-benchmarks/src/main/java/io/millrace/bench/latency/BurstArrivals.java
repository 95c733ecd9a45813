package io.millrace.bench.latency;

/**
 * Records that come in bursts: all of a burst are due at the same time, bursts always the same time apart.
 *
 * <pre>
 *   constant   |  |  |  |  |  |  |  |  |
 *   bursts     ||||        ||||        ||||       the last of a burst waits until those before it are done
 * </pre>
 */
final class BurstArrivals implements Arrivals {
    private final ConstantArrivals average;
    private final int burst;

    /**
     * @param ratePerSecond records per second, on average
     * @param burst         records of each burst
     */
    BurstArrivals(final long ratePerSecond, final int burst) {
        this.average = new ConstantArrivals(ratePerSecond);
        this.burst = burst;
    }

    @Override
    public long due(final long number) {
        return average.due(number - number % burst);
    }

    @Override
    public long ratePerSecond() {
        return average.ratePerSecond();
    }

    @Override
    public String description() {
        return "bursts of " + burst;
    }

    @Override
    public String titleSuffix() {
        return ", " + description();
    }

    @Override
    public String fileName() {
        return average.fileName() + "-bursts-" + burst;
    }
}
