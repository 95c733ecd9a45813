package io.millrace.journal.tool;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.Journal;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.model.TornTail;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.store.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal holds.
 *
 * @param head           what it is, as its newest session says
 * @param writer         what its writer does
 * @param sessions       its sessions whose records count, oldest first
 * @param files          its files, oldest first, without those in the archive
 * @param archived       files in the archive
 * @param documents      batches
 * @param records        records
 * @param firstSeq       number of the first record; more than 0 if the first files are missing
 * @param lastSeq        number of the last record; {@code firstSeq - 1} if there is none
 * @param syncedSeq      number of the last record that is known to be on the disk, or -1
 * @param firstTime      ingest time of the first record, epoch nanoseconds; 0 if there is none
 * @param lastTime       ingest time of the last record, epoch nanoseconds; 0 if there is none
 * @param complete       whether it ends with the last INPUT_END: all input has ended
 * @param endsIncomplete whether a document was begun at the end and not completed, which a reader skips
 * @param tornTails      documents that were never completed at the end of older sessions
 */
public record JournalInfo(
        JournalHead head,
        Writer writer,
        List<Session> sessions,
        List<File> files,
        int archived,
        long documents,
        long records,
        long firstSeq,
        long lastSeq,
        long syncedSeq,
        long firstTime,
        long lastTime,
        boolean complete,
        boolean endsIncomplete,
        List<TornTail> tornTails) {

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
     * One session of a journal: from when a writer opened it until it ended.
     *
     * @param mark     its number, its epoch and when it began
     * @param firstSeq number of its first record, or of the next one if it has none
     */
    public record Session(SessionMark mark, long firstSeq) {}

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
            final LogDirectory directory = LogDirectory.ofJournal(dir);
            final int all = new LogFiles(directory, true).list().size();
            return new Walk(reader).info(all - directory.files().list().size());
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
        private final List<Session> sessions = new ArrayList<>();
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

        JournalInfo info(final int archived) {
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
                    List.copyOf(sessions),
                    List.copyOf(files),
                    archived,
                    documents,
                    records,
                    firstSeq,
                    document.nextNumber() - 1,
                    progress == null ? -1 : progress.synced() - 1,
                    firstTime,
                    lastTime,
                    complete,
                    document.endsIncomplete(),
                    document.tornTails().found());
        }

        private void addToFile() {
            final SessionMark mark = document.session().mark();
            if (sessions.isEmpty() || !sessions.get(sessions.size() - 1).mark().equals(mark)) {
                sessions.add(new Session(mark, document.session().first()));
            }
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
