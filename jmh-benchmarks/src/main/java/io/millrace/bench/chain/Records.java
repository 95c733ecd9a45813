package io.millrace.bench.chain;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Stream;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import io.millrace.operators.window.EventClock;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encoded trades, as they would stand in the journal: random walks of a hundred instruments, one tenth of them small. Each
 * pass over them is stamped anew, so that time goes on.
 */
public final class Records {
    /** Sizes below this are what the flows filter out. */
    static final long SMALL = 100;

    /** Instruments, numbered from 0. */
    public static final int INSTRUMENTS = 100;

    /** Nanoseconds from one record to the next. */
    public static final long STEP_NANOS = 11_000;

    /** Records of one pass, where nothing else is said: about as many as a large cache holds. */
    public static final int COUNT = 1 << 16;

    /** Bytes of a record behind its header. */
    public static final int PAYLOAD = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
    /** Bytes from one record to the next. */
    public static final int LENGTH = RecordLayout.aligned(RecordLayout.HEADER + PAYLOAD);

    /** The clock that goes by the exchange's time, in which trades come in order. */
    public static final EventClock<Trade> CLOCK = EventClock.of(Trade::exchangeTime);

    private static final long LATENCY_NANOS = 3_000_000;
    private static final int EXCHANGE_TIME =
            RecordLayout.HEADER + MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.exchangeTimeEncodingOffset();

    private final int count;
    private final UnsafeBuffer buffer;
    private long time = 1_700_000_000_000_000_000L;
    private long seq;

    /** Makes {@link #COUNT} records, not stamped yet. */
    public Records(final long seed) {
        this(seed, COUNT);
    }

    /** Makes records, not stamped yet. */
    public Records(final long seed, final int count) {
        this.count = count;
        this.buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(count, LENGTH), 64));
        final SplittableRandom random = new SplittableRandom(seed);
        final TradeEncoder encoder = new TradeEncoder();
        final MessageHeaderEncoder header = new MessageHeaderEncoder();
        final long[] prices = new long[INSTRUMENTS];
        for (int i = 0; i < count; i++) {
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

    /** The input of a flow that these are records of. */
    public static Stream<Trade> input(final Dataflow flow) {
        return flow.input("trades", new Origin<>(null, "trades", Trade.CODEC, Instruments.TYPE));
    }

    /** Numbers and times all records, behind those of the last pass. */
    public Records stamp() {
        for (int i = 0; i < count; i++) {
            final int offset = i * LENGTH;
            time += STEP_NANOS;
            RecordLayout.header(
                    buffer, offset, PAYLOAD, RecordKind.DATA, (byte) 0, 0, seq++, time, RecordLayout.NO_POSITION);
            buffer.putLong(offset + EXCHANGE_TIME, time - LATENCY_NANOS, ByteOrder.LITTLE_ENDIAN);
        }
        return this;
    }

    /** Copies what stands behind the header of the record at an offset to an address. */
    public void copyPayload(final int offset, final long target) {
        final long from = OffHeap.address(buffer) + offset + RecordLayout.HEADER;
        for (int i = 0; i < PAYLOAD; i += Long.BYTES) {
            OffHeap.int64(target + i, OffHeap.int64(from + i));
        }
    }

    /** Memory of the records. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** Bytes of all. */
    public int length() {
        return count * LENGTH;
    }
}
