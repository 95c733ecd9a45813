package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookSide;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the book deltas of one message, which differ in side, price, size, digits and the flag of the last one only: the
 * first is encoded, and each one is a copy of it, word by word, with its own price, size and digits.
 *
 * <pre>
 *   header │ instrument, scales, side, flags │ price │ size │ ids and times │ checksum, digits, fault
 *     8    │               8                 │   8   │  8   │     5 * 8     │          8
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class DeltaRun {
    private static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.BLOCK_LENGTH;
    private static final int BODY = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = BODY + BookDeltaEncoder.instrumentIdEncodingOffset();
    private static final int PRICE = BODY + BookDeltaEncoder.priceEncodingOffset();
    private static final int SIZE = BODY + BookDeltaEncoder.sizeEncodingOffset();
    private static final int FIRST_ID = BODY + BookDeltaEncoder.firstUpdateIdEncodingOffset();
    private static final int LAST_ID = BODY + BookDeltaEncoder.lastUpdateIdEncodingOffset();
    private static final int PREVIOUS_ID = BODY + BookDeltaEncoder.previousUpdateIdEncodingOffset();
    private static final int EXCHANGE_TIME = BODY + BookDeltaEncoder.exchangeTimeEncodingOffset();
    private static final int RECEIVE_TIME = BODY + BookDeltaEncoder.receiveTimeEncodingOffset();
    private static final int CHECKSUM = BODY + BookDeltaEncoder.checksumEncodingOffset();
    private static final int PRICE_DIGITS =
            Byte.SIZE * (BookDeltaEncoder.priceDigitsEncodingOffset() - BookDeltaEncoder.checksumEncodingOffset());
    private static final int SIZE_DIGITS =
            Byte.SIZE * (BookDeltaEncoder.sizeDigitsEncodingOffset() - BookDeltaEncoder.checksumEncodingOffset());

    private final UnsafeBuffer first = new UnsafeBuffer(BufferUtil.allocateDirectAligned(LENGTH, Long.BYTES));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final BookDeltaEncoder encoder = new BookDeltaEncoder();
    private long head;
    private long instrument;
    private long firstId;
    private long lastId;
    private long previousId;
    private long exchangeTime;
    private long receiveTime;
    private long tail;
    private EventTarget target;
    private int input;

    /** Begins a run. All fields that its deltas share are to be set, and {@link #side} then. */
    public BookDeltaEncoder begin(final EventTarget events, final int toInput) {
        target = events;
        input = toInput;
        encoder.wrapAndApplyHeader(first, 0, header).flags().clear();
        return encoder.price(0)
                .size(0)
                .checksum(0)
                .priceDigits((short) 0)
                .sizeDigits((short) 0)
                .fault(BookFault.NONE)
                .reserved((short) 0);
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
        head = first.getLong(0, ByteOrder.LITTLE_ENDIAN);
        instrument = first.getLong(INSTRUMENT, ByteOrder.LITTLE_ENDIAN);
        firstId = first.getLong(FIRST_ID, ByteOrder.LITTLE_ENDIAN);
        lastId = first.getLong(LAST_ID, ByteOrder.LITTLE_ENDIAN);
        previousId = first.getLong(PREVIOUS_ID, ByteOrder.LITTLE_ENDIAN);
        exchangeTime = first.getLong(EXCHANGE_TIME, ByteOrder.LITTLE_ENDIAN);
        receiveTime = first.getLong(RECEIVE_TIME, ByteOrder.LITTLE_ENDIAN);
        tail = first.getLong(CHECKSUM, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Writes one.
     *
     * @param priceDigits digits behind the point of the price as it was sent
     * @param sizeDigits  digits behind the point of the size as it was sent
     */
    public void add(final long price, final int priceDigits, final long size, final int sizeDigits) {
        final long address = target.claimAddress(LENGTH);
        OffHeap.int64(address, head);
        OffHeap.int64(address + INSTRUMENT, instrument);
        OffHeap.int64(address + PRICE, price);
        OffHeap.int64(address + SIZE, size);
        OffHeap.int64(address + FIRST_ID, firstId);
        OffHeap.int64(address + LAST_ID, lastId);
        OffHeap.int64(address + PREVIOUS_ID, previousId);
        OffHeap.int64(address + EXCHANGE_TIME, exchangeTime);
        OffHeap.int64(address + RECEIVE_TIME, receiveTime);
        OffHeap.int64(address + CHECKSUM, tail | (long) priceDigits << PRICE_DIGITS | (long) sizeDigits << SIZE_DIGITS);
        target.commit(input, RecordKind.DATA, LENGTH);
    }
}
