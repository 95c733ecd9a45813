package io.millrace.engine.stage;

import io.millrace.engine.channel.Cells;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Keys that are numbers, and the one key 0 of a stream without keys. */
public final class LongKeys extends KeySpace {
    public static final LongKeys INSTANCE = new LongKeys();

    private final DirectBuffer noText = new UnsafeBuffer(new byte[0]);

    private LongKeys() {}

    @Override
    public int compare(final long left, final long right) {
        return Long.compare(left, right);
    }

    @Override
    public int hash(final long key) {
        return KeyHash.of(key);
    }

    @Override
    public int textLength(final long key) {
        return 0;
    }

    @Override
    public int textOffset(final long key) {
        return 0;
    }

    @Override
    public DirectBuffer text() {
        return noText;
    }

    @Override
    long ofCell(final DirectBuffer cell, final int offset) {
        return Cells.key(cell, offset);
    }

    @Override
    public String describe(final long key) {
        return Long.toString(key);
    }
}
