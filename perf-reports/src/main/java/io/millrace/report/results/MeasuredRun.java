package io.millrace.report.results;

import org.HdrHistogram.Histogram;

/**
 * A latency run with what it measured. Every percentile that a report quotes comes from here, and so from the run's
 * {@code .hlog}.
 *
 * <p>Thread: one.
 */
public final class MeasuredRun {
    private final String name;
    private final LatencyRun run;
    private final Histogram histogram;

    MeasuredRun(final String name, final LatencyRun run, final Histogram histogram) {
        this.name = name;
        this.run = run;
        this.histogram = histogram;
    }

    /** Name of its files, without extension. */
    public String name() {
        return name;
    }

    /** Its context. */
    public LatencyRun run() {
        return run;
    }

    /** Latencies recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Greatest latency, nanoseconds; 0 if none was recorded. */
    public long max() {
        return histogram.getMaxValue();
    }

    /** Latency, nanoseconds, that this share of the records did not exceed; 0 if none was recorded. */
    public long at(final double percentile) {
        return histogram.getValueAtPercentile(percentile);
    }

    /** How many records lie above a percentile: what the figure rests on. */
    public double samplesAbove(final double percentile) {
        return count() * (100 - percentile) / 100;
    }
}
