package io.millrace.engine.run;

import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An input log in memory: for warm-up records and for tests.
 *
 * <p>Thread: one writes, then any read. Allocation: each batch. Deterministic: yes.
 */
public final class MemoryLog implements InputLog {
    private record Batch(UnsafeBuffer records, int count) {}

    private final List<Batch> batches = new ArrayList<>();

    @Override
    public void append(
            final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
        final UnsafeBuffer copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        copy.putBytes(0, batch, offset, length);
        batches.add(new Batch(copy, count));
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
        private int next;

        @Override
        public boolean next() {
            if (next == batches.size()) {
                return false;
            }
            next++;
            return true;
        }

        @Override
        public UnsafeBuffer buffer() {
            return batches.get(next - 1).records;
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int length() {
            return buffer().capacity();
        }

        @Override
        public int count() {
            return batches.get(next - 1).count;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
