package io.millrace.connectors;

import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkFactory;

/**
 * A line of text for each item, as its {@code toString} says it: to see what a flow does. For results that others read,
 * there is {@link CsvSink}.
 *
 * <p>Thread: the stage's. Allocation: each item's text. Deterministic: as far as the texts are.
 */
public final class Lines {
    private Lines() {}

    /** Lines for a target. */
    public static <T> SinkFactory<T> to(final TextTarget target) {
        return CsvSink.to(target, context -> new RowFormat<T>() {
            @Override
            public String header() {
                return "";
            }

            @Override
            public void write(final T item, final TextBuffer row) {
                row.append(item.toString());
            }
        });
    }
}
