package io.millrace.engine.stage;

import io.millrace.engine.channel.Cells;
import io.millrace.engine.item.Codec;
import org.agrona.concurrent.UnsafeBuffer;

/** Where cells of one edge become items again. */
public final class EdgeEntry<T> implements EdgePort {
    private final Codec<T> codec;
    private final T reused;
    private final KeySpace keys;
    private final StepContext context;
    private final Receiver<T> next;

    EdgeEntry(
            final Codec<T> codec,
            final T reused,
            final KeySpace keys,
            final StepContext context,
            final Receiver<T> next) {
        this.codec = codec;
        this.reused = reused;
        this.keys = keys;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onCell(final int edge, final UnsafeBuffer buffer, final int offset, final int length) {
        final int payload = Cells.payloadOffset(buffer, offset);
        final T item;
        try {
            item = codec.decode(buffer, payload, offset + length - payload, reused);
        } catch (final Throwable e) {
            throw context.failed(codec, e);
        }
        next.onItem(keys.ofCell(buffer, offset), item);
    }
}
