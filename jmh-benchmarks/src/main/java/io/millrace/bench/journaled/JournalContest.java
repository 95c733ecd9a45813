package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Contest;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** The journal alone against a plain queue: the same batches, appended, or read with a look at each record's number. */
abstract class JournalContest implements Contest {
    private final Title title;
    private final Records records;
    private final int batchRecords;
    private final Scratch scratch;
    private final StopWatch watch = new StopWatch();
    private long rawSum;
    private long journalSum;

    private JournalContest(
            final String what,
            final String target,
            final Records records,
            final int batchRecords,
            final Scratch scratch) {
        this.title = new Title(
                "Journal alone",
                what + ", " + batchRecords + " records in a document",
                target,
                "plain Chronicle Queue",
                "journal");
        this.records = records;
        this.batchRecords = batchRecords;
        this.scratch = scratch;
    }

    /** Appending. */
    static final class Append extends JournalContest {
        private Path rawDirectory;
        private Path journalDirectory;

        Append(final Records records, final int batchRecords, final Scratch scratch) {
            super("append", "<= 1.15", records, batchRecords, scratch);
        }

        @Override
        public void prepare() {
            rawDirectory = renew("raw");
            journalDirectory = renew("journal");
        }

        @Override
        public long baseline() {
            return appendRaw(rawDirectory);
        }

        @Override
        public long subject() {
            return appendJournal(journalDirectory);
        }
    }

    /** Reading. */
    static final class Read extends JournalContest {
        private final Path rawDirectory;
        private final Path journalDirectory;

        Read(final Records records, final int batchRecords, final Scratch scratch) {
            super("read", "<= 1.25", records, batchRecords, scratch);
            rawDirectory = renew("raw");
            journalDirectory = renew("journal");
            appendRaw(rawDirectory);
            appendJournal(journalDirectory);
        }

        @Override
        public void prepare() {
            // The files stay.
        }

        @Override
        public long baseline() {
            return readRaw(rawDirectory);
        }

        @Override
        public long subject() {
            return readJournal(journalDirectory);
        }
    }

    final Path renew(final String name) {
        return scratch.renew(name);
    }

    final long appendRaw(final Path directory) {
        try (RawQueue queue = new RawQueue(directory)) {
            return queue.append(records, batchRecords, (buffer, offset, length) -> rawSum += length);
        }
    }

    final long appendJournal(final Path directory) {
        final UnsafeBuffer buffer = records.buffer();
        final int end = records.length();
        final int batchBytes = batchRecords * Records.LENGTH;
        final JournalHead head = JournalHead.of("bench", Map.of(), List.of());
        try (InputLog log = Journal.create(directory, head, JournalOptions.DEFAULTS)) {
            watch.start();
            for (int at = 0; at < end; at += batchBytes) {
                log.append(buffer, at, batchBytes, at / Records.LENGTH, batchRecords);
                journalSum += batchBytes;
            }
            watch.stop(records.count());
            return watch.nanos();
        }
    }

    final long readRaw(final Path directory) {
        try (RawQueue queue = new RawQueue(directory)) {
            return queue.read(
                    records.count() / batchRecords,
                    (buffer, offset, length) -> rawSum += sumOfNumbers(buffer, offset, length));
        }
    }

    final long readJournal(final Path directory) {
        try (InputLogReader reader = Journal.open(directory)) {
            watch.start();
            while (reader.next()) {
                journalSum += sumOfNumbers(reader.buffer(), reader.offset(), reader.length());
            }
            watch.stop(records.count());
            return watch.nanos();
        }
    }

    private static long sumOfNumbers(final UnsafeBuffer buffer, final int offset, final int length) {
        long sum = 0;
        int at = offset;
        while (at < offset + length) {
            sum += RecordLayout.inputSeq(buffer, at);
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
        }
        return sum;
    }

    @Override
    public final Title title() {
        return title;
    }

    @Override
    public final long operations() {
        return records.count();
    }

    @Override
    public final void warmedUp() {
        watch.allocated().reset();
    }

    @Override
    public final void verify() {
        if (rawSum != journalSum) {
            throw new IllegalStateException(title.name() + ": different records: " + rawSum + " and " + journalSum);
        }
    }

    @Override
    public final String context() {
        return records.count() + " records of " + Records.LENGTH + " B, " + scratch.describe()
                + ", durability process, checksums in the journal only; "
                + watch.allocated().per("record");
    }

    @Override
    public final void close() {
        scratch.renew("raw");
        scratch.renew("journal");
    }
}
