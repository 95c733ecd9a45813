package io.millrace.engine.compile;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The DEFINITION records that have come, as they were: with them in a snapshot, a stage that is restored knows what later
 * records refer to. One that comes again byte for byte counts at its last place.
 *
 * <p>Thread: the stage's. Allocation: for each definition. Deterministic: yes.
 */
final class RawDefinitions {
    /** Takes a definition. */
    @FunctionalInterface
    interface Taker {
        void define(int input, DirectBuffer payload, int offset, int length);
    }

    private record Raw(int input, ByteBuffer payload) {}

    private final Set<Raw> known = new LinkedHashSet<>();

    void add(final int input, final DirectBuffer payload, final int offset, final int length) {
        final byte[] copy = new byte[length];
        payload.getBytes(offset, copy);
        final Raw raw = new Raw(input, ByteBuffer.wrap(copy));
        known.remove(raw);
        known.add(raw);
    }

    void reset() {
        known.clear();
    }

    void write(final StateWriter out) {
        out.putInt(known.size());
        for (final Raw raw : known) {
            out.putInt(raw.input())
                    .putBytes(new UnsafeBuffer(raw.payload()), 0, raw.payload().capacity());
        }
    }

    /** Reads what {@link #write} wrote; {@code taker} adds it. */
    static void read(final StateReader in, final Taker taker) {
        for (int left = in.takeInt(); left > 0; left--) {
            final int input = in.takeInt();
            final int length = in.takeLength();
            taker.define(input, in.buffer(), in.takeBytes(length), length);
        }
    }
}
