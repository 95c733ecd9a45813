package io.millrace.engine.stage;

import java.lang.invoke.MethodHandles;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The template of a specialised stage's driver: each stage gets a hidden class made from these bytes, whose root is a
 * constant of that class. HotSpot folds constants through final fields of hidden classes, so that from here the whole
 * chain is straight-line code. Not to be used as it stands: this class itself has no root.
 */
public final class ConstantDriver implements StageDriver {
    private static final StageDriver ROOT = root();

    private static StageDriver root() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), "_", StageDriver.class);
        } catch (final IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        ROOT.onBatch(buffer, offset, length);
    }

    @Override
    public void onPayload(final int input, final UnsafeBuffer buffer, final int offset, final int length) {
        ROOT.onPayload(input, buffer, offset, length);
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
