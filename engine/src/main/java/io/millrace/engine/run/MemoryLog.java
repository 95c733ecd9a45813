package io.millrace.engine.run;

import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An input log in memory: for warm-up records and for tests.
 *
 * <p>Thread: one writes, then any read. Allocation: each batch. Deterministic: yes.
 */
public final class MemoryLog implements InputLog {
    private final List<byte[]> batches = new ArrayList<>();

    @Override
    public void append(
            final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
        final byte[] bytes = new byte[length];
        batch.getBytes(offset, bytes);
        batches.add(bytes);
    }

    @Override
    public void idle() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Stays readable.
    }

    /** Reads from the beginning. */
    public InputLogReader reader() {
        return new Reader();
    }

    private final class Reader implements InputLogReader {
        private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
        private int next;

        @Override
        public boolean next() {
            if (next == batches.size()) {
                return false;
            }
            buffer.wrap(batches.get(next++));
            return true;
        }

        @Override
        public UnsafeBuffer buffer() {
            return buffer;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int length() {
            return buffer.capacity();
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
