package io.millrace.app.terminal;

import java.io.PrintStream;

/**
 * One line at the bottom of a terminal that is written over and over; nothing where nobody looks.
 *
 * <p>Thread: any.
 */
public final class StatusLine implements AutoCloseable {
    private static final String BACK_AND_CLEAR = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean shown;
    private boolean dirty;

    public StatusLine(final Console console) {
        out = console.err();
        shown = console.errIsScreen();
    }

    /** Whether anybody sees it. */
    public boolean isShown() {
        return shown;
    }

    /** Shows a text in place of the last one. */
    public synchronized void show(final String text) {
        if (shown) {
            out.print(BACK_AND_CLEAR + text);
            out.flush();
            dirty = true;
        }
    }

    /** Takes the line away, so that other things can be printed. */
    public synchronized void clear() {
        if (dirty) {
            out.print(BACK_AND_CLEAR);
            out.flush();
            dirty = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
