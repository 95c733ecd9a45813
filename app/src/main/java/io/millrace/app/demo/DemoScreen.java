package io.millrace.app.demo;

import io.millrace.app.run.RunView;
import io.millrace.app.run.Watch;
import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.LiveTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Draws the demo's table, and ends the demo when its time is over. */
final class DemoScreen implements Watch {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long DRAW_NANOS = 250_000_000;

    private final String title;
    private final DemoBoard board;
    private final LiveTable table;
    private final long endNanos;
    private long drawnAt = -DRAW_NANOS;
    private long lastRecords;
    private double rate;

    /** @param table where to draw, or null for nowhere */
    DemoScreen(final String title, final DemoBoard board, final LiveTable table, final Duration duration) {
        this.title = title;
        this.board = board;
        this.table = table;
        this.endNanos = duration.toNanos();
    }

    @Override
    public boolean look(final RunView run) {
        final long now = run.elapsedNanos();
        if (table != null && now - drawnAt >= DRAW_NANOS) {
            final long records = run.records();
            rate = (records - lastRecords) * 1e9 / (now - drawnAt);
            lastRecords = records;
            drawnAt = now;
            table.draw(lines(run, now));
        }
        return now < endNanos;
    }

    private List<String> lines(final RunView run, final long now) {
        final List<String> lines = new ArrayList<>();
        lines.add(title + ", " + now / NANOS_PER_SECOND + " of " + endNanos / NANOS_PER_SECOND + " s (Ctrl-C ends it)");
        lines.add("");
        lines.add(CandleRow.HEADER);
        lines.addAll(board.rows());
        lines.add("");
        board.alerts().forEach(alert -> lines.add("alert    " + alert));
        lines.add("events   " + Figures.count(run.records()) + ", " + Figures.rate(rate));
        lines.add("latency  " + percentiles(board.latency()));
        final StringBuilder rings = new StringBuilder("rings    ");
        run.forEachRing((name, percent) ->
                rings.append(name).append(' ').append(percent).append(" % full  "));
        lines.add(rings.toString().stripTrailing());
        lines.add("journal  " + Figures.bytes(run.journalBytes()));
        return lines;
    }

    /** Percentiles of a histogram of nanoseconds. */
    static String percentiles(final Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return "no trades yet";
        }
        return "p50 " + Figures.nanos(histogram.getValueAtPercentile(50))
                + ", p90 " + Figures.nanos(histogram.getValueAtPercentile(90))
                + ", p99 " + Figures.nanos(histogram.getValueAtPercentile(99))
                + ", p99.9 " + Figures.nanos(histogram.getValueAtPercentile(99.9))
                + ", max " + Figures.nanos(histogram.getMaxValue());
    }
}
