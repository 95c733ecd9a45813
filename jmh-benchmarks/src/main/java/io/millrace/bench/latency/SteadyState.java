package io.millrace.bench.latency;

import java.util.List;
import java.util.OptionalLong;
import org.HdrHistogram.AbstractHistogram;

/** From when on a run goes as it goes in the end. */
final class SteadyState {
    /** Medians within this share of the window's are the same. */
    private static final double NEAR = 0.2;

    private static final double MEDIAN = 50;

    private SteadyState() {}

    /**
     * The first slice from which on the median of each slice stays within 20 % of that of the measured window. Slices in which
     * nothing came are passed over.
     *
     * @param slices latencies of each slice, from the start of the run
     * @param window latencies of the measured window
     * @return number of the slice; empty if the last one is still off, or nothing was measured
     */
    static OptionalLong from(final List<? extends AbstractHistogram> slices, final AbstractHistogram window) {
        if (window.getTotalCount() == 0) {
            return OptionalLong.empty();
        }
        final double expected = window.getValueAtPercentile(MEDIAN);
        int first = slices.size();
        for (int i = slices.size() - 1; i >= 0; i--) {
            final AbstractHistogram slice = slices.get(i);
            if (slice.getTotalCount() > 0) {
                if (Math.abs(slice.getValueAtPercentile(MEDIAN) - expected) > NEAR * expected) {
                    break;
                }
                first = i;
            }
        }
        return first == slices.size() ? OptionalLong.empty() : OptionalLong.of(first);
    }
}
