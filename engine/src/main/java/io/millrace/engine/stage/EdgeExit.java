package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import org.agrona.ExpandableDirectByteBuffer;

/** Where items leave for another stage. */
public final class EdgeExit<T> implements Receiver<T> {
    private static final int USUAL_ITEM = 512;

    private final int edge;
    private final Codec<T> codec;
    private final KeySpace keys;
    private final CellSender sender;
    private final StepContext context;
    private final ExpandableDirectByteBuffer scratch = new ExpandableDirectByteBuffer(USUAL_ITEM);

    EdgeExit(
            final int edge,
            final Codec<T> codec,
            final KeySpace keys,
            final CellSender sender,
            final StepContext context) {
        this.edge = edge;
        this.codec = codec;
        this.keys = keys;
        this.sender = sender;
        this.context = context;
    }

    @Override
    public void onItem(final long key, final T item) {
        final int length;
        try {
            length = codec.encode(item, scratch, 0);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        sender.send(edge, key, keys, scratch, length);
    }
}
