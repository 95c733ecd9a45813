package io.millrace.journal.tool;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.Journal;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal holds.
 *
 * @param head           what it is
 * @param writer         what its writer does
 * @param files          its files, oldest first
 * @param documents      batches
 * @param records        records
 * @param firstSeq       number of the first record; more than 0 if the first files are missing
 * @param lastSeq        number of the last record; {@code firstSeq - 1} if there is none
 * @param syncedSeq      number of the last record that is known to be on the disk, or -1
 * @param firstTime      ingest time of the first record, epoch nanoseconds; 0 if there is none
 * @param lastTime       ingest time of the last record, epoch nanoseconds; 0 if there is none
 * @param complete       whether it ends with the last INPUT_END: all input has ended
 * @param endsIncomplete whether a document was begun at the end and not completed, which a reader skips
 */
public record JournalInfo(
        JournalHead head,
        Writer writer,
        List<File> files,
        long documents,
        long records,
        long firstSeq,
        long lastSeq,
        long syncedSeq,
        long firstTime,
        long lastTime,
        boolean complete,
        boolean endsIncomplete) {

    /** What a journal's writer does. */
    public enum Writer {
        /** A process with its id is alive. */
        RUNNING,
        /** It ended in order. */
        CLOSED,
        /** It ended in the middle of its work. */
        DIED,
        /** The journal's progress file is missing. */
        UNKNOWN
    }

    /**
     * One file of a journal.
     *
     * @param path     where it is
     * @param bytes    up to the end of its last document; it may look larger
     * @param firstSeq number of its first record
     */
    public record File(Path path, long bytes, long firstSeq) {}

    /**
     * Reads a journal to its end.
     *
     * @throws ConnectorException if there is none or it is damaged
     */
    public static JournalInfo of(final Path dir) {
        try (JournalReader reader = Journal.open(dir, ReadOptions.DEFAULTS.laterStart(true))) {
            return new Walk(reader).info();
        }
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    private static final class Walk {
        private final JournalReader reader;
        private final DocumentReader document;
        private final RecordCursor record;
        private final List<File> files = new ArrayList<>();
        private final long firstSeq;
        private long documents;
        private long records;
        private long firstTime;
        private long lastTime;
        private boolean complete;

        Walk(final JournalReader reader) {
            this.reader = reader;
            this.document = reader.document();
            this.record = new RecordCursor(document);
            this.firstSeq = document.first();
            addToFile();
        }

        JournalInfo info() {
            while (document.next()) {
                addToFile();
                if (document.count() > 0) {
                    add();
                }
            }
            final Progress progress = reader.progress();
            return new JournalInfo(
                    reader.head(),
                    writer(progress),
                    List.copyOf(files),
                    documents,
                    records,
                    firstSeq,
                    document.nextNumber() - 1,
                    progress == null ? -1 : progress.synced() - 1,
                    firstTime,
                    lastTime,
                    complete,
                    document.endsIncomplete());
        }

        private void addToFile() {
            final int last = files.size() - 1;
            final long bytes = document.file().position() + document.file().bytes();
            if (last >= 0 && files.get(last).path().equals(document.file().path())) {
                files.set(
                        last,
                        new File(document.file().path(), bytes, files.get(last).firstSeq()));
            } else {
                files.add(new File(document.file().path(), bytes, document.first()));
            }
        }

        private void add() {
            documents++;
            records += document.count();
            record.rewind();
            while (record.next()) {
                if (documents == 1 && record.seq() == firstSeq) {
                    firstTime = record.time();
                }
                lastTime = record.time();
                complete = record.kind() == RecordKind.INPUT_END && record.isLast();
            }
        }

        private static Writer writer(final Progress progress) {
            if (progress == null) {
                return Writer.UNKNOWN;
            }
            if (progress.isClosed()) {
                return Writer.CLOSED;
            }
            return progress.isWriterAlive() ? Writer.RUNNING : Writer.DIED;
        }
    }
}
