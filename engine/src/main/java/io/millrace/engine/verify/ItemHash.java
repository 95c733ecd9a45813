package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Utf8;
import io.millrace.engine.stage.KeyHash;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * 64-bit hashes of items and their keys: of the bytes that their codec gives, else of their text, if they have one. Of
 * others it can only be told that they came.
 *
 * <p>Thread: one. Allocation: texts. Deterministic: equal items have equal hashes, in every run and on every JDK.
 */
final class ItemHash {
    private static final long UNKNOWN = 0x6D69_6C6C_7261_6365L;
    private static final int USUAL_ITEM = 512;

    private final ExpandableDirectByteBuffer bytes = new ExpandableDirectByteBuffer(USUAL_ITEM);

    long of(final Tap tap, final long key, final Object item) {
        return mix(item(tap, item), tap.keys().hash(key));
    }

    private long item(final Tap tap, final Object item) {
        if (item == null) {
            return UNKNOWN;
        }
        if (tap.kind() == Tap.Kind.ANSWER) {
            final DirectBuffer payload = (DirectBuffer) item;
            return KeyHash.of64(payload, 0, payload.capacity());
        }
        if (tap.codec() != null) {
            try {
                @SuppressWarnings("unchecked") // a wire carries items of its codec
                final int length = ((Codec<Object>) tap.codec()).encode(item, bytes, 0);
                return KeyHash.of64(bytes, 0, length);
            } catch (final RuntimeException e) {
                // A codec that can't write an item is the flow's failure where the item is written, not here.
                return KeyHash.of64(bytes, 0, Utf8.encode(e.getClass().getName(), bytes, 0));
            }
        }
        return ItemText.tells(item) ? KeyHash.of64(bytes, 0, Utf8.encode(ItemText.written(item), bytes, 0)) : UNKNOWN;
    }

    /** One hash of two, in this order. */
    static long mix(final long first, final long second) {
        long mixed = (first ^ Long.rotateLeft(second, 32) ^ second) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        return mixed ^ mixed >>> 29;
    }
}
