package io.millrace.journal.perf;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.RollClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the journal costs above a plain Chronicle Queue: the same bytes, appended and read by both in turn. Not a test.
 *
 * <pre>
 *   java @config/jvm.options -cp ... io.millrace.journal.perf.JournalSpeed &lt;directory&gt; [MiB per run] [pairs]
 * </pre>
 *
 * A reader looks at the number of each record, as a replay does. Durability: process.
 */
public final class JournalSpeed {
    private static final int[] PAYLOADS = {32, 64};
    private static final int[] RECORDS_PER_DOCUMENT = {64, 256};

    private final Path base;
    private final long bytesPerRun;
    private final int pairs;
    private long sum;

    private JournalSpeed(final Path base, final long bytesPerRun, final int pairs) {
        this.base = base;
        this.bytesPerRun = bytesPerRun;
        this.pairs = pairs;
    }

    public static void main(final String[] args) throws IOException {
        final Path base = Path.of(args[0]);
        final long bytes = (args.length > 1 ? Long.parseLong(args[1]) : 256) << 20;
        final int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        final JournalSpeed speed = new JournalSpeed(base, bytes, pairs);
        System.out.printf(
                "JDK %s, %s, %d MiB per run, %d pairs, durability process%n",
                Runtime.version(), base, bytes >> 20, pairs);
        for (final int payload : PAYLOADS) {
            for (final int records : RECORDS_PER_DOCUMENT) {
                speed.compare(RecordLayout.HEADER + payload, records);
            }
        }
        System.out.println("(sum " + speed.sum + ")");
    }

    private void compare(final int recordBytes, final int recordsPerDocument) throws IOException {
        final int documents = (int) (bytesPerRun / ((long) recordBytes * recordsPerDocument));
        final double[] rawAppend = new double[pairs];
        final double[] append = new double[pairs];
        final double[] rawRead = new double[pairs];
        final double[] read = new double[pairs];
        final double[] trusting = new double[pairs];
        for (int i = -2; i < pairs; i++) {
            final Path rawDir = Files.createTempDirectory(base, "raw");
            final Path dir = Files.createTempDirectory(base, "journal");
            final UnsafeBuffer batch = batch(recordBytes, recordsPerDocument);
            final double[] figures = new double[5];
            // Who comes first changes from pair to pair: files of the second lie on pages that the first gave back.
            if ((i & 1) == 0) {
                figures[0] = appendRaw(rawDir, batch, documents);
                figures[1] = appendJournal(dir, batch, recordsPerDocument, documents);
            } else {
                figures[1] = appendJournal(dir, batch, recordsPerDocument, documents);
                figures[0] = appendRaw(rawDir, batch, documents);
            }
            figures[2] = readRaw(rawDir);
            figures[3] = readJournal(dir, ReadOptions.DEFAULTS);
            figures[4] = readJournal(dir, ReadOptions.DEFAULTS.checkSums(false));
            if (i >= 0) {
                final double records = (double) documents * recordsPerDocument;
                rawAppend[i] = figures[0] / records;
                append[i] = figures[1] / records;
                rawRead[i] = figures[2] / records;
                read[i] = figures[3] / records;
                trusting[i] = figures[4] / records;
            }
            delete(rawDir);
            delete(dir);
        }
        System.out.printf("%d B records, %d per document%n", recordBytes, recordsPerDocument);
        report("append", rawAppend, append);
        report("read", rawRead, read);
        report("read, sums not checked", rawRead, trusting);
    }

    private static void report(final String what, final double[] raw, final double[] ours) {
        final double[] ratios = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            ratios[i] = ours[i] / raw[i];
        }
        System.out.printf(
                "  %-24s raw %6.2f ns/record, journal %6.2f, ratio %.3f (pairs %.2f to %.2f)%n",
                what,
                median(raw),
                median(ours),
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static UnsafeBuffer batch(final int recordBytes, final int records) {
        final UnsafeBuffer batch =
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(recordBytes * records, Long.BYTES));
        for (int i = 0; i < records; i++) {
            for (int at = RecordLayout.HEADER; at < recordBytes; at += Long.BYTES) {
                batch.putLong(i * recordBytes + at, i * 31L + at);
            }
        }
        return batch;
    }

    /** What the ingress does: numbers and times the records of a batch. */
    private static void number(final UnsafeBuffer batch, final int recordBytes, final long firstSeq) {
        long seq = firstSeq;
        for (int at = 0; at < batch.capacity(); at += recordBytes) {
            RecordLayout.header(
                    batch, at, recordBytes - RecordLayout.HEADER, RecordKind.DATA, (byte) 0, 0, seq, seq, seq);
            seq++;
        }
    }

    private static double appendRaw(final Path dir, final UnsafeBuffer batch, final int documents) {
        final UnsafeBuffer target = new UnsafeBuffer(0, 0);
        final RollClock clock = new RollClock(System::currentTimeMillis);
        final int length = batch.capacity();
        final int recordBytes = recordBytes(batch);
        try (SingleChronicleQueue queue = Chronicle.open(dir, JournalOptions.DEFAULTS, clock);
                ExcerptAppender appender = queue.createAppender()) {
            long seq = 0;
            final long start = System.nanoTime();
            for (int i = 0; i < documents; i++) {
                number(batch, recordBytes, seq);
                clock.advance();
                try (DocumentContext document = appender.writingDocument()) {
                    final Bytes<?> bytes = document.wire().bytes();
                    target.wrap(bytes.addressForWrite(bytes.writePosition()), length);
                    target.putBytes(0, batch, 0, length);
                    bytes.writeSkip(length);
                }
                seq += length / recordBytes;
            }
            return System.nanoTime() - start;
        }
    }

    private static int recordBytes(final UnsafeBuffer batch) {
        for (final int payload : PAYLOADS) {
            if (batch.getLong(RecordLayout.HEADER + payload + RecordLayout.HEADER) == 31 + RecordLayout.HEADER) {
                return RecordLayout.HEADER + payload;
            }
        }
        throw new IllegalStateException("no batch of this program");
    }

    private static double appendJournal(
            final Path dir, final UnsafeBuffer batch, final int recordsPerDocument, final int documents) {
        final int recordBytes = recordBytes(batch);
        final JournalHead head = JournalHead.of("speed", Map.of(), List.of());
        try (InputLog log = Journal.create(dir, head, JournalOptions.DEFAULTS)) {
            long seq = 0;
            final long start = System.nanoTime();
            for (int i = 0; i < documents; i++) {
                number(batch, recordBytes, seq);
                log.append(batch, 0, batch.capacity(), seq, recordsPerDocument);
                seq += recordsPerDocument;
            }
            return System.nanoTime() - start;
        }
    }

    private double readRaw(final Path dir) {
        final UnsafeBuffer view = new UnsafeBuffer(0, 0);
        try (SingleChronicleQueue queue =
                        Chronicle.open(dir, JournalOptions.DEFAULTS, new RollClock(System::currentTimeMillis));
                ExcerptTailer tailer = queue.createTailer()) {
            final long start = System.nanoTime();
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        return System.nanoTime() - start;
                    }
                    final Bytes<?> bytes = document.wire().bytes();
                    final int length = (int) bytes.readRemaining();
                    view.wrap(bytes.addressForRead(bytes.readPosition()), length);
                    sum += look(view, 0, length);
                }
            }
        }
    }

    private double readJournal(final Path dir, final ReadOptions options) {
        try (InputLogReader reader = Journal.open(dir, options)) {
            final long start = System.nanoTime();
            while (reader.next()) {
                sum += look(reader.buffer(), reader.offset(), reader.length());
            }
            return System.nanoTime() - start;
        }
    }

    private static long look(final UnsafeBuffer buffer, final int offset, final int length) {
        long seqs = 0;
        int at = offset;
        while (at < offset + length) {
            seqs += RecordLayout.inputSeq(buffer, at);
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
        }
        return seqs;
    }

    private static void delete(final Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            for (final Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
