package io.millrace.bench.latency;

import io.millrace.report.results.RunSetup;

/**
 * Records that come one by one, always the same time apart.
 *
 * @param ratePerSecond records per second
 */
public record ConstantArrivals(long ratePerSecond) implements Arrivals {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @Override
    public long due(final long number) {
        return number / ratePerSecond * NANOS_PER_SECOND + number % ratePerSecond * NANOS_PER_SECOND / ratePerSecond;
    }

    @Override
    public String description() {
        return RunSetup.CONSTANT;
    }

    @Override
    public String titleSuffix() {
        return "";
    }

    @Override
    public String fileName() {
        return Long.toString(ratePerSecond);
    }
}
