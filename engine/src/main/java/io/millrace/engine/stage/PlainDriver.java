package io.millrace.engine.stage;

import io.millrace.engine.item.OffHeap;
import org.agrona.concurrent.UnsafeBuffer;

/** The driver of a stage that is not specialised. */
public final class PlainDriver implements StageDriver {
    private final RootPort root;

    PlainDriver(final RootPort root) {
        this.root = root;
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        try {
            while (at < end) {
                at = root.onRecord(at);
            }
        } catch (final Throwable e) {
            throw root.failed(at, e);
        }
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        root.onRecord(kindAndInput, address, length);
    }

    @Override
    public void onCell(final int edge, final UnsafeBuffer buffer, final int offset, final int length) {
        root.onCell(edge, buffer, offset, length);
    }

    @Override
    public void onTimer(final int place, final long key, final long tag) {
        root.onTimer(place, key, tag);
    }
}
