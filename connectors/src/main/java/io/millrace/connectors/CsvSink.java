package io.millrace.connectors;

import io.millrace.connectors.text.RowEnds;
import io.millrace.engine.spi.SinkFactory;

/**
 * Rows of text with a header, in a file or on standard output. Texts that may hold a separator, a quote or the end of a
 * line are written with {@link io.millrace.connectors.text.TextBuffer#appendQuoted}.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 *
 * <p>Output: to a file exactly once, if the run has a journal: the file goes on where it ends, and {@code FILE.millrace}
 * beside it says what it belongs to. Without a journal the file has to be new. To standard output at least once.
 */
public final class CsvSink {
    private CsvSink() {}

    /** Rows for a target. */
    public static <T> SinkFactory<T> to(final TextTarget target, final RowFormat.Factory<T> format) {
        return RowSinks.to(target, format, RowEnds.OUTSIDE_QUOTES);
    }
}
