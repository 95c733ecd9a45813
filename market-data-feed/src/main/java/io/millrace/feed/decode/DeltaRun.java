package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookSide;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the book deltas of one message, which differ in side, price, size and the flag of the last one only: the first is
 * encoded, and each one is a copy of it, word by word, with its own price and size.
 *
 * <pre>
 *   header │ instrument, scales, side, flags │ price │ size │ ids and times ...
 *     8    │               8                 │   8   │  8   │  5 * 8
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class DeltaRun {
    private static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.BLOCK_LENGTH;
    private static final int WORDS = LENGTH / Long.BYTES;
    private static final int PRICE = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.priceEncodingOffset();
    private static final int SIZE = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.sizeEncodingOffset();

    private final UnsafeBuffer first = new UnsafeBuffer(BufferUtil.allocateDirectAligned(LENGTH, Long.BYTES));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BookDeltaEncoder encoder = new BookDeltaEncoder();
    private final long[] words = new long[WORDS];
    private EventTarget target;
    private int input;

    /** Begins a run. All fields that its deltas share are to be set, and {@link #side} then. */
    public BookDeltaEncoder begin(final EventTarget events, final int toInput) {
        target = events;
        input = toInput;
        encoder.wrapAndApplyHeader(first, 0, header).flags().clear();
        return encoder.price(0).size(0);
    }

    /** Side of the deltas that follow. */
    public void side(final BookSide side) {
        encoder.side(side);
        load();
    }

    /** The next delta is the last of its message. */
    public void last() {
        encoder.flags().endOfEvent(true);
        load();
    }

    private void load() {
        for (int i = 0; i < WORDS; i++) {
            words[i] = first.getLong(i * Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Writes one. */
    public void add(final long price, final long size) {
        final int offset = target.claim(LENGTH);
        final long address = OffHeap.address(target.buffer()) + offset;
        for (int i = 0; i < WORDS; i++) {
            OffHeap.int64(address + (long) i * Long.BYTES, words[i]);
        }
        OffHeap.int64(address + PRICE, price);
        OffHeap.int64(address + SIZE, size);
        target.commit(input, RecordKind.DATA, LENGTH);
    }
}
