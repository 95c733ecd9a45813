package io.millrace.connectors;

import io.millrace.connectors.file.RowFile;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkContext;

/**
 * Writes rows of text to a file that can tell how many it holds.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 */
final class ExactRowSink<T> extends RowSink<T> implements ExactSink<T> {
    private final RowFile file;
    private final SinkContext context;
    private final RowBuffer<T> rows;
    private final long held;
    private long written;

    ExactRowSink(final TextTarget.File target, final RowFile file, final RowBuffer<T> rows, final SinkContext context) {
        super(target, file.channel(), rows);
        this.file = file;
        this.rows = rows;
        this.context = context;
        this.held = file.rows();
        this.written = held;
    }

    @Override
    public long held() {
        return held;
    }

    @Override
    public void flush() {
        final long waiting = rows.count();
        if (waiting == 0) {
            return;
        }
        final long free = context.committable() - written;
        if (free >= waiting) {
            write(rows.all(), waiting);
            written += waiting;
        } else if (free > 0) {
            write(rows.first(free), free);
            written += free;
        }
    }

    @Override
    public void sync() {
        file.sync(written);
    }

    @Override
    public void cutTo(final long count) {
        file.cutTo(count);
        written = count;
    }

    @Override
    public void close() {
        try (file) {
            super.close();
        }
    }
}
