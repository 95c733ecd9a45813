package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeapCodec;

/** Where records of one input become items that are views of the records. */
public final class ViewEntry<T> implements InputPort {
    private final OffHeapCodec<T> codec;
    private final T reused;
    private final StepContext context;
    private final Receiver<T> next;

    ViewEntry(final OffHeapCodec<T> codec, final T reused, final StepContext context, final Receiver<T> next) {
        this.codec = codec;
        this.reused = reused;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final T item;
        try {
            item = codec.view(address + RecordLayout.HEADER, length - RecordLayout.HEADER, reused);
        } catch (final Throwable e) {
            throw context.failed(codec, e);
        }
        next.onItem(0, item);
    }
}
