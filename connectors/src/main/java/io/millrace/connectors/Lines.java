package io.millrace.connectors;

import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkFactory;

/**
 * A line of text for each item, as its {@code toString} says it; the end of a line in it becomes {@code \\n}. To see what a
 * flow does; for results that others read, there are {@link CsvSink} and {@link JsonLinesSink}.
 *
 * <p>Thread: the stage's. Allocation: each item's text. Deterministic: as far as the texts are.
 *
 * <p>Output: as {@link CsvSink}'s: to a file exactly once, if the run has a journal; to standard output at least once.
 */
public final class Lines {
    private Lines() {}

    /** Lines for a target. */
    public static <T> SinkFactory<T> to(final TextTarget target) {
        return JsonLinesSink.to(target, context -> new RowFormat<T>() {
            @Override
            public String header() {
                return "";
            }

            @Override
            public void write(final T item, final TextBuffer row) {
                appendLine(item.toString(), row);
            }
        });
    }

    /** A text of several lines becomes one line, so that lines can be counted. */
    private static void appendLine(final String text, final TextBuffer row) {
        for (int i = 0; i < text.length(); i++) {
            // Usual texts go in one piece.
            if (text.charAt(i) == '\n' || text.charAt(i) == 0) {
                row.append(text.replace("\n", "\\n").replace("\0", "\\0"));
                return;
            }
        }
        row.append(text);
    }
}
