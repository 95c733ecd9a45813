package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkContext;
import java.nio.ByteOrder;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Collects items and appends them as one document when the stage has nothing more to do, or when there are many. Items that
 * may not leave yet stay.
 *
 * <pre>
 *   | left already | may leave | must wait |
 *   +--------------+-----------+-----------+
 *                start                    end
 * </pre>
 */
final class OutputLogSink<T> implements ExactSink<T> {
    private static final int MANY = 48 << 10;
    private static final int INITIAL = 64 << 10;

    private final ItemSessions sessions;
    private final SinkContext context;
    private final Codec<T> codec;
    private final ExpandableDirectByteBuffer items = new ExpandableDirectByteBuffer(INITIAL);
    private final UnsafeBuffer body = new UnsafeBuffer(0, 0);
    private int count;
    private int start;
    private int end;
    private boolean closed;

    /** @param sessions closed with the sink */
    OutputLogSink(final ItemSessions sessions, final SinkContext context, final Codec<T> codec) {
        this.sessions = sessions;
        this.context = context;
        this.codec = codec;
    }

    @Override
    public long held() {
        return sessions.held();
    }

    @Override
    public void cutTo(final long newCount) {
        sessions.cutTo(newCount);
    }

    @Override
    public void accept(final T item) {
        final int at = end + ItemLayout.ITEM;
        final int length = codec.encode(item, items, at);
        final int next = end + ItemLayout.aligned(length);
        items.putInt(end + ItemLayout.LENGTH, length, ByteOrder.LITTLE_ENDIAN);
        items.putInt(end + Integer.BYTES, 0, ByteOrder.LITTLE_ENDIAN);
        items.setMemory(at + length, next - at - length, (byte) 0);
        end = next;
        count++;
        if (end - start >= MANY) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (count > 0) {
            final ItemSession session = sessions.current();
            final long leaving = context.committable() - session.next();
            if (leaving >= count && end - start <= session.maxBody()) {
                append(session, count, end - start);
            } else {
                flushInPieces(session, leaving);
            }
        }
    }

    private void flushInPieces(final ItemSession session, final long leaving) {
        int left = (int) Math.min(leaving, count);
        while (left > 0) {
            int pieces = 0;
            int bytes = 0;
            int next = bytesAt(start);
            while (pieces < left && (pieces == 0 || bytes + next <= MANY)) {
                bytes += next;
                pieces++;
                next = pieces < left ? bytesAt(start + bytes) : 0;
            }
            append(session, pieces, bytes);
            left -= pieces;
        }
    }

    private int bytesAt(final int item) {
        return ItemLayout.aligned(items.getInt(item + ItemLayout.LENGTH, ByteOrder.LITTLE_ENDIAN));
    }

    private void append(final ItemSession session, final int pieces, final int bytes) {
        body.wrap(items, start, bytes);
        session.append(pieces, body, bytes);
        count -= pieces;
        start += bytes;
        if (count == 0) {
            start = 0;
            end = 0;
        } else if (start > end / 2) {
            items.putBytes(0, items, start, end - start);
            end -= start;
            start = 0;
        }
    }

    @Override
    public void sync() {
        sessions.sync();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (sessions) {
            if (!sessions.hasFailed()) {
                flush();
            }
        }
    }
}
