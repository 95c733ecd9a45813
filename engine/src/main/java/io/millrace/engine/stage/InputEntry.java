package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import org.agrona.concurrent.UnsafeBuffer;

/** Where records of one input become items. */
public final class InputEntry<T> implements InputPort {
    private final Codec<T> codec;
    private final T reused;
    private final Receiver<T> next;
    private final StepContext context;

    InputEntry(final Codec<T> codec, final T reused, final StepContext context, final Receiver<T> next) {
        this.codec = codec;
        this.reused = reused;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onPayload(final int input, final UnsafeBuffer buffer, final int offset, final int length) {
        final T item;
        try {
            item = codec.decode(buffer, offset, length, reused);
        } catch (final Throwable e) {
            throw context.failed(codec, e);
        }
        next.onItem(0, item);
    }
}
