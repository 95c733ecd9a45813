package io.millrace.connectors;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Writes rows of text to where they go. Whatever happens, a file ends with a whole row.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 */
class RowSink<T> implements Sink<T> {
    private final TextTarget target;
    private final WritableByteChannel channel;
    private final RowBuffer<T> rows;
    private boolean failed;

    /** @param channel closed with the sink if it is a file's */
    RowSink(final TextTarget target, final WritableByteChannel channel, final RowBuffer<T> rows) {
        this.target = target;
        this.channel = channel;
        this.rows = rows;
    }

    @Override
    public final void accept(final T item) {
        rows.add(item);
        if (rows.isMany()) {
            flush();
        }
    }

    @Override
    public void flush() {
        write(rows.all(), rows.count());
    }

    final RowBuffer<T> rows() {
        return rows;
    }

    /** Writes bytes of the buffer, which are this many rows. */
    final void write(final ByteBuffer bytes, final long count) {
        final int from = bytes.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (final IOException e) {
            failed = true;
            takeBack(rows.broken(from, bytes.position()));
            throw new ConnectorException(
                    "can't write to " + target.name() + ": " + TextTarget.reason(e)
                            + ". The rows before are complete; make room or choose another place, and run again",
                    e);
        }
        rows.written(bytes.limit(), count);
    }

    /** Takes back what was written of a row that did not fit. */
    private void takeBack(final int bytes) {
        try {
            if (channel instanceof FileChannel file && target instanceof TextTarget.File) {
                file.truncate(file.position() - bytes);
            }
        } catch (final IOException e) {
            // The disk that could not take a row can't be mended either; the first error says why.
        }
    }

    @Override
    public void close() {
        try {
            if (!failed) {
                flush();
            }
        } finally {
            if (target instanceof TextTarget.File) {
                closeFile();
            }
        }
    }

    private void closeFile() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new ConnectorException("can't close " + target.name() + ": " + TextTarget.reason(e), e);
        }
    }
}
