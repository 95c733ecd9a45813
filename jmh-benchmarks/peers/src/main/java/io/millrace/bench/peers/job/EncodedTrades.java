package io.millrace.bench.peers.job;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The trades as records, as they would stand in a journal: how Millrace gets them, and what is written by hand. All are
 * made before the clock starts.
 *
 * <p>Thread: any, once made.
 */
public final class EncodedTrades {
    /** Bytes of a record behind its header. */
    public static final int PAYLOAD = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;

    /** Bytes from one record to the next. */
    public static final int LENGTH = RecordLayout.aligned(RecordLayout.HEADER + PAYLOAD);

    /** Records in a batch, as a run has by default. */
    public static final int BATCH = 256;

    private final UnsafeBuffer buffer;

    /** Makes them all. */
    public EncodedTrades(final Trades trades) {
        buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(trades.total(), LENGTH), 64));
        final TradeEncoder encoder = new TradeEncoder();
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        trades.each((number, instrument, time, price, size, bought) -> {
            final int offset = number * LENGTH;
            RecordLayout.header(
                    buffer, offset, PAYLOAD, RecordKind.DATA, (byte) 0, 0, number, time, RecordLayout.NO_POSITION);
            encoder.wrapAndApplyHeader(buffer, offset + RecordLayout.HEADER, header)
                    .instrumentId(instrument)
                    .priceScale((short) 2)
                    .sizeScale((short) 3)
                    .aggressor(bought ? Aggressor.BUYER : Aggressor.SELLER)
                    .tradeId(number)
                    .price(price)
                    .size(size)
                    .exchangeTime(time)
                    .tradeCount(1);
        });
    }

    /** Memory of the records. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Bytes of all. */
    public int length() {
        return buffer.capacity();
    }

    /** Gives all of them, batch by batch. */
    public void each(final Batches taker) {
        final int batch = BATCH * LENGTH;
        for (int at = 0; at < buffer.capacity(); at += batch) {
            taker.onBatch(buffer, at, Math.min(batch, buffer.capacity() - at));
        }
    }

    /** Takes batches. */
    @FunctionalInterface
    public interface Batches {
        /** Takes one. */
        void onBatch(UnsafeBuffer buffer, int offset, int length);
    }
}
