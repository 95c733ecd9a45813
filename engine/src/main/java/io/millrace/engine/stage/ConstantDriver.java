package io.millrace.engine.stage;

import io.millrace.engine.item.OffHeap;
import java.lang.invoke.MethodHandles;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The template of a specialised stage's driver: each stage gets a hidden class made from these bytes, whose root is a
 * constant of that class. HotSpot folds constants through final fields of hidden classes, so that from here the whole
 * chain is straight-line code. The loop stands here, and not further down, because only what is compiled together with
 * the constant profits from it. Not to be used as it stands: this class itself has no root.
 */
public final class ConstantDriver implements StageDriver {
    private static final RootPort ROOT = root();

    private static RootPort root() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", RootPort.class);
        } catch (final IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        try {
            while (at < end) {
                at = ROOT.onRecord(at);
            }
        } catch (final Throwable e) {
            throw ROOT.failed(at, e);
        }
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        ROOT.onRecord(kindAndInput, address, length);
    }

    @Override
    public void onCell(final int edge, final UnsafeBuffer buffer, final int offset, final int length) {
        ROOT.onCell(edge, buffer, offset, length);
    }

    @Override
    public void onTimer(final int place, final long key, final long tag) {
        ROOT.onTimer(place, key, tag);
    }
}
