package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Stands in front of an operator where it is checked that items are neither changed nor kept: hands on a copy, compares
 * it afterwards with what it was, and spoils it. Not hot: for tests and for verification.
 */
public final class CheckPort<T> implements Receiver<T> {
    private static final int USUAL_ITEM = 512;
    private static final byte SPOILED = (byte) 0xDD;

    private final Codec<T> codec;
    private final StepContext context;
    private final Receiver<T> next;
    private final ExpandableDirectByteBuffer before = new ExpandableDirectByteBuffer(USUAL_ITEM);
    private final ExpandableDirectByteBuffer after = new ExpandableDirectByteBuffer(USUAL_ITEM);
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);
    private T copy;
    private ExpandableDirectByteBuffer shown = new ExpandableDirectByteBuffer(USUAL_ITEM);
    /** What was handed on the last time: in its place it would hide, by being filled again, that it was kept. */
    private T lastCopy;

    private ExpandableDirectByteBuffer lastShown = new ExpandableDirectByteBuffer(USUAL_ITEM);

    /** @param context of the operator behind it */
    CheckPort(final Codec<T> codec, final StepContext context, final Receiver<T> next) {
        this.codec = codec;
        this.context = context;
        this.next = next;
        this.copy = codec.create();
        this.lastCopy = codec.create();
    }

    @Override
    public void onItem(final long key, final T item) {
        takeTurns();
        final int length = codec.encode(item, before, 0);
        shown.putBytes(0, before, 0, length);
        view.wrap(shown, 0, length);
        final T handed = copy == null ? item : codec.decode(view, 0, length, copy);
        next.onItem(key, handed);
        final int lengthAfter = codec.encode(handed, after, 0);
        if (lengthAfter != length || !same(length)) {
            throw context.failed(item, changed());
        }
        if (copy != null) {
            spoil(length);
        }
    }

    private void takeTurns() {
        final T copyBefore = lastCopy;
        lastCopy = copy;
        copy = copyBefore;
        final ExpandableDirectByteBuffer shownBefore = lastShown;
        lastShown = shown;
        shown = shownBefore;
    }

    private boolean same(final int length) {
        for (int i = 0; i < length; i++) {
            if (before.getByte(i) != after.getByte(i)) {
                return false;
            }
        }
        return true;
    }

    private void spoil(final int length) {
        shown.setMemory(0, length, SPOILED);
        if (codec instanceof ItemType<?, ?>) {
            @SuppressWarnings("unchecked") // what a type creates is what it fills
            final ItemType<T, T> type = (ItemType<T, T>) codec;
            type.spoil(copy);
        }
    }

    private static IllegalStateException changed() {
        return new IllegalStateException("the step, or one behind it, has changed the item that it was given;"
                + " items are shared with other steps: fill one of your own instead");
    }
}
