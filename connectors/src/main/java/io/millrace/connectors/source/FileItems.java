package io.millrace.connectors.source;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.ConnectorException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.agrona.ExpandableDirectByteBuffer;

/** The items of a file one by one, encoded. What is wrong with a row is told after all before it have been given. */
final class FileItems<R, T> implements AutoCloseable {
    private final RowReader rows;
    private final RowParser<R> parser;
    private final ToLongFunction<? super R> time;
    private final Codec<T> codec;
    private final Function<R, T> read;
    private final ExpandableDirectByteBuffer encoded = new ExpandableDirectByteBuffer();
    private int length;
    private long itemTime;
    private boolean there;
    private RuntimeException failure;

    /** @param position where to go on, or less than 0 for the beginning */
    FileItems(
            final Path file,
            final boolean follow,
            final RowParser<R> parser,
            final ToLongFunction<? super R> time,
            final Codec<T> codec,
            final Function<R, T> read,
            final long position) {
        this.rows = new RowReader(file, parser.quotes(), follow);
        this.parser = parser;
        this.time = time;
        this.codec = codec;
        this.read = read;
        try {
            if (parser.hasHeader()) {
                readHeader(file);
            }
            rows.goTo(position);
        } catch (final RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private void readHeader(final Path file) {
        if (!rows.next()) {
            throw new ConnectorException("file " + file + " has no header: its first line has to name the columns,"
                    + " or they are named with columns(...)");
        }
        try {
            parser.header(rows.bytes(), rows.start(), rows.end());
        } catch (final RuntimeException e) {
            throw new ConnectorException("file " + file + ", line 1: " + e.getMessage(), e);
        }
    }

    /** Whether there is an item; goes to it if need be. Not so at the end, and where something is wrong. */
    boolean hasItem() {
        if (!there && failure == null) {
            try {
                long before = rows.position();
                while (!there && rows.next()) {
                    there = take(before);
                    before = rows.position();
                }
            } catch (final RuntimeException e) {
                there = false;
                failure = e;
            }
        }
        return there;
    }

    private boolean take(final long before) {
        try {
            final R row = parser.parse(rows.bytes(), rows.start(), rows.end());
            if (row == null) {
                return false;
            }
            itemTime = time == null ? 0 : time.applyAsLong(row);
            length = codec.encode(read.apply(row), encoded, 0);
            return true;
        } catch (final RuntimeException e) {
            final String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new ConnectorException(rows.where(before) + ": " + reason + "; correct or remove the line", e);
        }
    }

    /** Whether something is wrong with the row behind all that were given. */
    boolean hasFailed() {
        return failure != null;
    }

    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Time of the item that is there, epoch nanoseconds. */
    long time() {
        return itemTime;
    }

    /** Gives the item that is there. */
    void give(final Inlet inlet, final int input) {
        there = false;
        inlet.beginFrame(rows.position());
        final int offset = inlet.claim(length);
        inlet.buffer().putBytes(offset, encoded, 0, length);
        inlet.commit(input, RecordKind.DATA, length);
        inlet.endFrame();
    }

    @Override
    public void close() {
        rows.close();
    }
}
