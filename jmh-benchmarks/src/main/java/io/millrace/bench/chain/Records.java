package io.millrace.bench.chain;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encoded trades, as they would stand in the journal: random walks of a hundred instruments, one tenth of them small. Each
 * pass over them is stamped anew, so that time goes on.
 */
final class Records {
    /** Sizes below this are what the flows filter out. */
    static final long SMALL = 100;

    static final int COUNT = 1 << 16;
    static final int INSTRUMENTS = 100;

    private static final int PAYLOAD = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
    private static final int LENGTH = RecordLayout.aligned(RecordLayout.HEADER + PAYLOAD);
    private static final long STEP_NANOS = 11_000;
    private static final long LATENCY_NANOS = 3_000_000;
    private static final int EXCHANGE_TIME =
            RecordLayout.HEADER + MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.exchangeTimeEncodingOffset();

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(COUNT * LENGTH, 64));
    private long time = 1_700_000_000_000_000_000L;
    private long seq;

    Records(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final TradeEncoder encoder = new TradeEncoder();
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final long[] prices = new long[INSTRUMENTS];
        for (int i = 0; i < COUNT; i++) {
            final int instrument = random.nextInt(INSTRUMENTS);
            prices[instrument] = Math.max(1_000, prices[instrument] + random.nextInt(21) - 10);
            encoder.wrapAndApplyHeader(buffer, i * LENGTH + RecordLayout.HEADER, header)
                    .instrumentId(instrument)
                    .priceScale((short) 2)
                    .sizeScale((short) 3)
                    .aggressor(random.nextBoolean() ? Aggressor.BUYER : Aggressor.SELLER)
                    .tradeId(i)
                    .price(prices[instrument])
                    .size(random.nextInt(10) == 0 ? 1 : SMALL + random.nextInt(1_000))
                    .tradeCount(1);
        }
    }

    /** Stamps the next pass. */
    Records stamp() {
        for (int i = 0; i < COUNT; i++) {
            final int offset = i * LENGTH;
            time += STEP_NANOS;
            RecordLayout.header(
                    buffer, offset, PAYLOAD, RecordKind.DATA, (byte) 0, 0, seq++, time, RecordLayout.NO_POSITION);
            buffer.putLong(offset + EXCHANGE_TIME, time - LATENCY_NANOS, ByteOrder.LITTLE_ENDIAN);
        }
        return this;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int length() {
        return COUNT * LENGTH;
    }
}
