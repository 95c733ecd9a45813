package io.millrace.engine.run;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An input log in memory: for warm-up records and for tests.
 *
 * <p>Thread: one writes, any read. Allocation: each batch. Deterministic: yes.
 */
public final class MemoryLog implements InputLog {
    private record Batch(UnsafeBuffer records, long firstSeq, int count) {}

    private final UUID id = UUID.randomUUID();
    private final List<Batch> batches = new ArrayList<>();

    @Override
    public synchronized void append(
            final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
        if (firstSeq != next()) {
            throw new IllegalStateException("the batch begins with record " + firstSeq + ", the next one is " + next());
        }
        final UnsafeBuffer copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        copy.putBytes(0, batch, offset, length);
        batches.add(new Batch(copy, firstSeq, count));
    }

    private long next() {
        if (batches.isEmpty()) {
            return 0;
        }
        final Batch last = batches.get(batches.size() - 1);
        return last.firstSeq + last.count;
    }

    private synchronized Batch at(final int index) {
        return index < batches.size() ? batches.get(index) : null;
    }

    @Override
    public void idle() {
        // Nothing waits.
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public synchronized long appendedSeq() {
        return next() - 1;
    }

    @Override
    public long syncedSeq() {
        return appendedSeq();
    }

    @Override
    public void close() {
        // Stays readable.
    }

    /** Reads from the beginning. */
    public InputLogReader reader() {
        return reader(0);
    }

    /** Reads from a record on, also what is appended meanwhile. */
    public InputLogReader reader(final long fromSeq) {
        return new Reader(fromSeq);
    }

    /** Goes on with the log, as another process would that finds it. */
    public ResumableLog resumable() {
        return new ResumableLog() {
            @Override
            public UUID id() {
                return id;
            }

            @Override
            public InputLogReader read(final long fromSeq) {
                return reader(fromSeq);
            }

            @Override
            public InputLog resume(final long nextSeq) {
                return MemoryLog.this;
            }

            @Override
            public long[] skips() {
                return new long[0];
            }

            @Override
            public boolean acceptsLoss() {
                return false;
            }

            @Override
            public void close() {
                // Stays readable.
            }
        };
    }

    private final class Reader implements InputLogReader {
        private final long fromSeq;
        private int next;
        private Batch batch;
        private int offset;
        private int count;

        Reader(final long fromSeq) {
            this.fromSeq = fromSeq;
        }

        @Override
        public boolean next() {
            Batch found = at(next);
            while (found != null && found.firstSeq + found.count <= fromSeq) {
                next++;
                found = at(next);
            }
            if (found == null) {
                return false;
            }
            next++;
            batch = found;
            offset = 0;
            count = batch.count;
            while (RecordLayout.inputSeq(batch.records, offset) < fromSeq) {
                offset += RecordLayout.aligned(RecordLayout.length(batch.records, offset));
                count--;
            }
            return true;
        }

        @Override
        public UnsafeBuffer buffer() {
            return batch.records;
        }

        @Override
        public int offset() {
            return offset;
        }

        @Override
        public int length() {
            return batch.records.capacity() - offset;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
