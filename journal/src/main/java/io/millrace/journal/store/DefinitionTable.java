package io.millrace.journal.store;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The DEFINITION records of a journal, which every file repeats. One that comes again, byte for byte, counts at its last
 * place: feeds define everything anew when they reconnect.
 *
 * <p>Thread: the writer's. Allocation: each definition.
 */
public final class DefinitionTable {
    private final Map<Key, byte[]> records = new LinkedHashMap<>();

    private record Key(int input, ByteBuffer payload) {}

    /** Adds a record. */
    public void add(final UnsafeBuffer batch, final int offset, final int length) {
        final byte[] bytes = new byte[RecordLayout.aligned(length)];
        batch.getBytes(offset, bytes, 0, length);
        final Key key = new Key(
                RecordLayout.input(batch, offset),
                ByteBuffer.wrap(bytes, RecordLayout.HEADER, length - RecordLayout.HEADER));
        records.remove(key);
        records.put(key, bytes);
    }

    /** Adds those records of a batch that define something. */
    public void addAll(final UnsafeBuffer batch, final int offset, final int length) {
        int at = offset;
        while (at < offset + length) {
            final int recordLength = RecordLayout.length(batch, at);
            if (RecordLayout.kind(batch, at) == RecordKind.DEFINITION) {
                add(batch, at, recordLength);
            }
            at += RecordLayout.aligned(recordLength);
        }
    }

    /** Gives the records in order, several at a time. */
    public void forEachPart(final int maxBytes, final PartTarget target) {
        // No more than there is: a file may begin while the flow is busy.
        final long all =
                records.values().stream().mapToLong(bytes -> bytes.length).sum();
        final UnsafeBuffer part = new UnsafeBuffer(new byte[(int) Math.min(maxBytes, all)]);
        int end = 0;
        for (final byte[] bytes : records.values()) {
            if (end + bytes.length > maxBytes && end > 0) {
                target.onPart(part, end);
                end = 0;
            }
            if (bytes.length > maxBytes) {
                target.onPart(new UnsafeBuffer(bytes), bytes.length);
            } else {
                part.putBytes(end, bytes);
                end += bytes.length;
            }
        }
        if (end > 0) {
            target.onPart(part, end);
        }
    }

    /** Takes records. */
    @FunctionalInterface
    public interface PartTarget {
        /**
         * Takes some.
         *
         * @param length bytes from 0
         */
        void onPart(UnsafeBuffer records, int length);
    }
}
