package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import org.agrona.concurrent.UnsafeBuffer;

/** Where records of one input become items. */
public final class InputEntry<T> implements InputPort {
    private final Codec<T> codec;
    private final T reused;
    private final UnsafeBuffer payload = new UnsafeBuffer(0, 0);
    private final StepContext context;
    private final Receiver<T> next;

    InputEntry(final Codec<T> codec, final T reused, final StepContext context, final Receiver<T> next) {
        this.codec = codec;
        this.reused = reused;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final T item;
        try {
            payload.wrap(address + RecordLayout.HEADER, length - RecordLayout.HEADER);
            item = codec.decode(payload, 0, payload.capacity(), reused);
        } catch (final Throwable e) {
            throw context.failed(codec, e);
        }
        next.onItem(0, item);
    }
}
