package io.millrace.app.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * A block of lines that is redrawn in place.
 *
 * <p>Thread: one.
 */
public final class LiveTable implements AutoCloseable {
    /** Without a cursor, and long lines end at the edge: a line that wraps would spoil the count. */
    private static final String BEGIN = "\u001b[?25l\u001b[?7l";

    private static final String END = "\u001b[?7h\u001b[?25h";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private int drawn;

    public LiveTable(final PrintStream out) {
        this.out = out;
    }

    /** Draws lines over those of the last time. */
    public void draw(final List<String> lines) {
        final StringBuilder text = new StringBuilder(BEGIN);
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        for (final String line : lines) {
            text.append('\r').append(line).append(CLEAR_REST_OF_LINE).append('\n');
        }
        text.append(CLEAR_BELOW);
        out.print(text);
        out.flush();
        drawn = lines.size();
    }

    /** Leaves the last lines as they are. */
    @Override
    public void close() {
        if (drawn > 0) {
            out.print(END);
            out.flush();
        }
    }
}
