package io.millrace.journal.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import java.nio.charset.StandardCharsets;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Records as the ingress has them when it appends. */
public final class Batch {
    private static final int CAPACITY = 1 << 20;
    private static final long STEP_NANOS = 1_000_000;

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(CAPACITY, Long.BYTES));
    private long firstSeq;
    private int count;
    private int end;

    /** Adds a DATA record. */
    public Batch data(final String payload) {
        return add(RecordKind.DATA, (byte) 0, payload);
    }

    /** Adds a DEFINITION record. */
    public Batch definition(final String payload) {
        return add(RecordKind.DEFINITION, (byte) 0, payload);
    }

    /** Adds the last INPUT_END. */
    public Batch lastEnd() {
        return add(RecordKind.INPUT_END, RecordLayout.FLAG_LAST, "");
    }

    /** Adds a record; its time is its number, in milliseconds. */
    public Batch add(final byte kind, final byte flags, final String payload) {
        final byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        final long seq = firstSeq + count;
        RecordLayout.header(buffer, end, bytes.length, kind, flags, 0, seq, seq * STEP_NANOS, RecordLayout.NO_POSITION);
        buffer.putBytes(end + RecordLayout.HEADER, bytes);
        final int length = RecordLayout.HEADER + bytes.length;
        final int aligned = RecordLayout.aligned(length);
        buffer.setMemory(end + length, aligned - length, (byte) 0);
        end += aligned;
        count++;
        return this;
    }

    /** Appends all that was added, and begins the next batch. */
    public void appendTo(final InputLog log) {
        log.append(buffer, 0, end, firstSeq, count);
        firstSeq += count;
        count = 0;
        end = 0;
    }

    /** Appends batches of one DATA record each, whose payload is its number. */
    public void appendNumbers(final InputLog log, final int batches) {
        for (int i = 0; i < batches; i++) {
            data(Long.toString(firstSeq)).appendTo(log);
        }
    }

    /** The next batch begins with this number. */
    public void goTo(final long seq) {
        firstSeq = seq;
    }

    public UnsafeBuffer buffer() {
        return buffer;
    }

    public long firstSeq() {
        return firstSeq;
    }

    public int count() {
        return count;
    }

    public int length() {
        return end;
    }
}
