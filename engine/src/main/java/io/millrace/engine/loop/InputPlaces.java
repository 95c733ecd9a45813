package io.millrace.engine.loop;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * How far each input has come: its source's own place behind the last record, and whether it has ended. It is the payload of
 * a SNAPSHOT record. Little-endian.
 *
 * <pre>
 *   0                               8
 *  +-------------------------------+-------------------------------+
 *  | inputs                        | time, epoch nanoseconds       |
 *  16------------------------------24------------------------------+
 *  | input 0: position             | input 0: 1 if it has ended    |
 *  +-------------------------------+-------------------------------+ 32
 *  | input 1 ...
 * </pre>
 *
 * <p>Thread: one. Allocation: none per record. Deterministic: yes.
 */
public final class InputPlaces {
    private static final int HEADER = 16;
    private static final int ENTRY = 16;

    private final long[] positions;
    private final boolean[] ended;
    private long time = Long.MIN_VALUE;
    private boolean complete;

    /** Nothing has come yet. */
    public InputPlaces(final int inputs) {
        positions = new long[inputs];
        ended = new boolean[inputs];
        Arrays.fill(positions, RecordLayout.NO_POSITION);
    }

    /** A record of an input, with a position or {@link RecordLayout#NO_POSITION}. */
    void at(final int input, final long position) {
        if (position != RecordLayout.NO_POSITION) {
            positions[input] = position;
        }
    }

    void end(final int input) {
        ended[input] = true;
    }

    /** Takes in a batch that was journaled before. */
    public void scan(final DirectBuffer batch, final int offset, final int length) {
        int at = offset;
        while (at < offset + length) {
            final int input = RecordLayout.input(batch, at);
            at(input, RecordLayout.position(batch, at));
            time = Math.max(time, RecordLayout.ingestTime(batch, at));
            if (RecordLayout.kind(batch, at) == RecordKind.INPUT_END) {
                end(input);
                complete |= (RecordLayout.flags(batch, at) & RecordLayout.FLAG_LAST) != 0;
            }
            at += RecordLayout.aligned(RecordLayout.length(batch, at));
        }
    }

    /** The source's place behind the last record of an input, or {@link RecordLayout#NO_POSITION}. */
    public long position(final int input) {
        return positions[input];
    }

    /** Whether an input has ended. */
    public boolean hasEnded(final int input) {
        return ended[input];
    }

    /** Largest time of the records taken in, epoch nanoseconds; {@link Long#MIN_VALUE} if there are none. */
    public long time() {
        return time;
    }

    /** Whether the last of all inputs has ended: nothing can follow. */
    public boolean isComplete() {
        return complete;
    }

    /** Bytes that {@link #write} writes. */
    int length() {
        return HEADER + positions.length * ENTRY;
    }

    void write(final MutableDirectBuffer target, final int offset, final long now) {
        target.putLong(offset, positions.length, ByteOrder.LITTLE_ENDIAN);
        target.putLong(offset + Long.BYTES, now, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < positions.length; i++) {
            final int at = offset + HEADER + i * ENTRY;
            target.putLong(at, positions[i], ByteOrder.LITTLE_ENDIAN);
            target.putLong(at + Long.BYTES, ended[i] ? 1 : 0, ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Reads the payload of a SNAPSHOT record. */
    public static InputPlaces read(final DirectBuffer source, final int offset) {
        final InputPlaces places = new InputPlaces((int) source.getLong(offset, ByteOrder.LITTLE_ENDIAN));
        places.time = source.getLong(offset + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < places.positions.length; i++) {
            final int at = offset + HEADER + i * ENTRY;
            places.positions[i] = source.getLong(at, ByteOrder.LITTLE_ENDIAN);
            places.ended[i] = source.getLong(at + Long.BYTES, ByteOrder.LITTLE_ENDIAN) != 0;
        }
        return places;
    }
}
