package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Bar;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Tells candles their window. */
final class BarStart implements WindowFunction<Bar, Bar, Integer, TimeWindow> {
    private static final long serialVersionUID = 1;

    @Override
    public void apply(
            final Integer instrument, final TimeWindow window, final Iterable<Bar> bars, final Collector<Bar> out) {
        for (final Bar bar : bars) {
            bar.start = window.getStart() * 1_000_000;
            out.collect(bar);
        }
    }
}
