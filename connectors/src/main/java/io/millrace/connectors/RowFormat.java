package io.millrace.connectors;

import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkContext;

/**
 * How an item becomes a row of text.
 *
 * <p>Thread: the sink's. Allocation: none per row. Deterministic: must be.
 */
public interface RowFormat<T> {

    /** First line of the output, without its end; empty for none. */
    String header();

    /** Writes a row, without the end of the line; it must be one row for whoever reads the lines, too. */
    void write(T item, TextBuffer row);

    /** Makes a format for one sink, which may ask the context for definitions. */
    @FunctionalInterface
    interface Factory<T> {
        RowFormat<T> create(SinkContext context);
    }
}
