package io.millrace.bench.operators;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encoded ticks, as they would stand in the journal, dealt to inputs by turns. Each pass over them is stamped anew, so that
 * time goes on and windows keep closing.
 *
 * <p>The times at which they happened are some milliseconds behind, and out of order by up to {@link #DISORDER}.
 */
final class Ticks {
    /** Records of one pass, where nothing else is said: about as many as a large cache holds. */
    static final int COUNT = 1 << 16;

    /** Keys, numbered from 0, where nothing else is said. */
    static final int KEYS = 100;

    /** Bytes from one record to the next. */
    static final int LENGTH = RecordLayout.aligned(RecordLayout.HEADER + Tick.LENGTH);

    /** Nanoseconds from one record to the next. */
    static final long STEP = 11_000;

    /** Nanoseconds by which a time of a tick may be behind an earlier one's, at most. */
    static final long DISORDER = 1_000_000;

    /** Values are from 0 up to this. */
    static final int VALUES = 1_000;

    private static final long LATENCY = 3_000_000;
    private static final int TIME = RecordLayout.HEADER + 2 * Long.BYTES;
    private static final int SENT = TIME + Long.BYTES;

    private final int count;
    private final int inputs;
    private final UnsafeBuffer buffer;
    private final int[] delays;
    private long time = 1_700_000_000_000_000_000L;
    private long seq;

    /** Ticks of few keys at random. */
    static Ticks of(final int count, final int inputs) {
        final SplittableRandom keys = new SplittableRandom(7);
        return new Ticks(count, inputs, i -> keys.nextInt(KEYS));
    }

    /** @param keys key of each record */
    Ticks(final int count, final int inputs, final IntToLongFunction keys) {
        this.count = count;
        this.inputs = inputs;
        this.buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(count, LENGTH), 64));
        this.delays = new int[count];
        final SplittableRandom random = new SplittableRandom(42);
        final Tick tick = new Tick();
        for (int i = 0; i < count; i++) {
            tick.key = keys.applyAsLong(i);
            tick.value = random.nextInt(VALUES);
            Tick.TYPE.encode(tick, buffer, i * LENGTH + RecordLayout.HEADER);
            delays[i] = random.nextInt((int) DISORDER);
        }
    }

    /** Numbers and times all records, behind those of the last pass. */
    Ticks stamp() {
        for (int i = 0; i < count; i++) {
            final int offset = i * LENGTH;
            time += STEP;
            RecordLayout.header(
                    buffer,
                    offset,
                    Tick.LENGTH,
                    RecordKind.DATA,
                    (byte) 0,
                    i % inputs,
                    seq++,
                    time,
                    RecordLayout.NO_POSITION);
            buffer.putLong(offset + TIME, time - LATENCY - delays[i], ByteOrder.LITTLE_ENDIAN);
            buffer.putLong(offset + SENT, time - LATENCY, ByteOrder.LITTLE_ENDIAN);
        }
        return this;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** How many. */
    int count() {
        return count;
    }

    /** Bytes of all. */
    int length() {
        return count * LENGTH;
    }
}
