package io.millrace.connectors;

import io.millrace.connectors.text.RowEnds;
import io.millrace.engine.spi.SinkFactory;

/**
 * A line of JSON for each item, in a file or on standard output. Formats write them with
 * {@link io.millrace.connectors.text.JsonRow}, and have no header.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 *
 * <p>Output: as {@link CsvSink}'s: to a file exactly once, if the run has a journal; to standard output at least once.
 */
public final class JsonLinesSink {
    private JsonLinesSink() {}

    /** Lines for a target. */
    public static <T> SinkFactory<T> to(final TextTarget target, final RowFormat.Factory<T> format) {
        return RowSinks.to(target, format, RowEnds.AT_LINES);
    }
}
