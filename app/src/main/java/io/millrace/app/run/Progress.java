package io.millrace.app.run;

import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.StatusLine;

/** Shows how far a run is, in a line. */
public final class Progress implements Watch {
    private final StatusLine line;
    private long lastRecords;
    private long lastNanos;

    public Progress(final StatusLine line) {
        this.line = line;
    }

    @Override
    public boolean look(final RunView run) {
        if (line.isShown()) {
            final long records = run.records();
            final long nanos = run.elapsedNanos();
            final double rate = (records - lastRecords) * 1e9 / Math.max(1, nanos - lastNanos);
            line.show(Figures.count(records) + " records, " + Figures.rate(rate)
                    + (run.journalBytes() > 0 ? ", journal " + Figures.bytes(run.journalBytes()) : ""));
            lastRecords = records;
            lastNanos = nanos;
        }
        return true;
    }
}
