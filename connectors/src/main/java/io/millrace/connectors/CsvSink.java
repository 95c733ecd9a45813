package io.millrace.connectors;

import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Rows of text with a header, in a file or on standard output. Whatever happens, a file ends with a whole row.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 *
 * <p>Output: at least once; a file is not continued, it has to be new.
 */
public final class CsvSink<T> implements Sink<T> {
    private static final int USUAL_BATCH = 1 << 16;

    private final TextTarget target;
    private final RowFormat<T> format;
    private final WritableByteChannel channel;
    private final TextBuffer rows = new TextBuffer(USUAL_BATCH * 2);
    private boolean failed;

    private CsvSink(final TextTarget target, final RowFormat<T> format) {
        this.target = target;
        this.format = format;
        this.channel = target.open();
        if (!format.header().isEmpty()) {
            rows.append(format.header()).append('\n');
        }
    }

    /** Rows for a target. */
    public static <T> SinkFactory<T> to(final TextTarget target, final RowFormat.Factory<T> format) {
        return context -> new CsvSink<>(target, format.create(context));
    }

    @Override
    public void accept(final T item) {
        format.write(item, rows);
        rows.append('\n');
        if (rows.length() >= USUAL_BATCH) {
            flush();
        }
    }

    @Override
    public void flush() {
        final ByteBuffer bytes = rows.bytes().flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (final IOException e) {
            failed = true;
            cutBrokenRow(bytes);
            throw new ConnectorException(
                    "can't write to " + target.name() + ": " + TextTarget.reason(e)
                            + ". The rows before are complete; make room or choose another place, and replay the journal",
                    e);
        }
        rows.clear();
    }

    /** Takes back what was written of a row that did not fit. */
    private void cutBrokenRow(final ByteBuffer bytes) {
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        try {
            if (channel instanceof FileChannel file && target instanceof TextTarget.File) {
                file.truncate(file.position() - (bytes.position() - end));
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
