package io.millrace.journal.log;

import io.millrace.journal.document.CycleFile;
import io.millrace.journal.document.DocumentFile;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.session.Session;
import io.millrace.journal.session.Sessions;
import io.millrace.journal.session.TornTails;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.LogFile;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.store.Progress;
import io.millrace.journal.store.SparseIndex;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the documents ({@link DocumentLayout}) of a log in order, in place, file by file and session by session. It needs
 * nothing but the files, changes none, and waits for nothing: of a log that is being written it gives what is complete, and
 * more when it is asked again.
 *
 * <p>Only what was never completed may be missing at the end, and what was not yet on the disk if the log promises no more
 * than that: then damage behind it is an end like any other. What was completed, and what of it has to be there, the log's
 * {@link Progress} tells. An older session has to end where the next one begins.
 *
 * <p>Thread: one. Allocation: for each window of a file. Deterministic: yes.
 */
public final class DocumentReader implements AutoCloseable {
    /** Nothing in the session counts any more; goes on with the constants of {@link CycleFile}. */
    private static final int SESSION_OVER = 4;

    private final LogFiles files;
    private final boolean checkSums;
    private final TornTails tornTails = new TornTails();
    private Promise promise = new Promise(null);
    private Sessions sessions;
    private int index;
    private Session session;
    private DocumentFile file;
    private long next;
    private long lastListed = -1;
    private boolean headDue;
    private int count;
    private DamageException unowed;

    /** Opens nothing yet. */
    public DocumentReader(final LogFiles files, final boolean checkSums) {
        this.files = files;
        this.checkSums = checkSums;
    }

    /**
     * Opens the file that a record is in, or will be, and reads its head, which is the current document then.
     *
     * @param newSessions of the log, at least one
     * @param from        the record; the oldest one's file is opened if it is in none
     */
    public void open(final Sessions newSessions, final long from) {
        sessions = newSessions;
        index = sessions.indexOf(from);
        session = sessions.at(index);
        next = session.first();
        enter(from <= next ? session.oldest() : Sessions.fileOf(files, session, from));
        final int found = file.next();
        requireSound(found);
        if (found != CycleFile.DOCUMENT) {
            throw Damage.noHead(file.path(), 0, next);
        }
        file.accept(session.tag(), next);
        next = file.first();
        requireSameHead();
        count = 0;
    }

    /** Skips documents that a hint knows to be before a record, in the file that was opened for it. */
    public void leapTo(final long from) {
        final SparseIndex.Entry entry = SparseIndex.find(file.file(), from);
        if (entry != null && entry.first() > next && file.leap(entry.header(), entry.first(), session.tag())) {
            next = entry.first();
        }
    }

    private void enter(final LogFile newer) {
        if (file != null) {
            file.close();
        }
        file = new DocumentFile(newer, checkSums);
        headDue = true;
        lastListed = -1;
    }

    /** Believes this from now on about what must be there; may be null if nobody knows. */
    public void watch(final Progress progress) {
        promise = new Promise(progress);
    }

    /** Goes to the next document, if one is complete. */
    public boolean next() {
        if (unowed == null) {
            try {
                return advance();
            } catch (final DamageException e) {
                unowed = e;
            }
        }
        if (promise.allowsDamageAt(next, session)) {
            return false;
        }
        throw unowed;
    }

    private boolean advance() {
        int found = find();
        if (found != CycleFile.DOCUMENT) {
            found = lookFurther(found);
            if (found != CycleFile.DOCUMENT) {
                return false;
            }
        }
        accept();
        return true;
    }

    /** What comes next in this file. */
    private int find() {
        if (next == session.boundary()) {
            return findAtBoundary();
        }
        final int found = file.next();
        requireSound(found);
        return found;
    }

    /** The next session begins here: what is not sound was never completed, or does not matter. */
    private int findAtBoundary() {
        if (session.isCut()) {
            return SESSION_OVER;
        }
        final int found = file.next();
        final boolean over = found == CycleFile.DAMAGED
                || found == CycleFile.DOCUMENT && (!file.isSound(session.tag()) || file.isBehind(next, session.tag()));
        return over ? SESSION_OVER : found;
    }

    /** At the end of what is in this file. */
    private int lookFurther(final int whatWasFound) {
        int found = whatWasFound;
        while (found != CycleFile.DOCUMENT) {
            // In this order: what was promised is, by now, in a file that is listed, and can be seen in it.
            final long owed = promise.owed(session.epoch());
            final long completed = promise.next(session.epoch());
            if (found == CycleFile.NOTHING_YET && completed <= next && file.nextPosition() == lastListed) {
                return found;
            }
            if (found == SESSION_OVER) {
                enterNextSession();
            } else {
                final LogFile newer = files.after(file.file());
                found = find();
                if (found == CycleFile.DOCUMENT || found == SESSION_OVER) {
                    continue;
                }
                if (!goOn(newer)) {
                    // Without a promise nobody says when there is more to list.
                    lastListed = promise.isKnown() ? file.nextPosition() : -1;
                    promise.requireKept(owed, file, session.epoch(), next);
                    return CycleFile.NOTHING_YET;
                }
            }
            found = find();
        }
        return found;
    }

    /** Whether there is a file to go on with, or a session that was not known. */
    private boolean goOn(final LogFile newer) {
        if (newer != null) {
            enter(newer);
        } else if (session.isFollowed()) {
            enterNextSession();
        } else if (sessions.isFollowed(files)) {
            refresh();
        } else {
            return false;
        }
        return true;
    }

    private void enterNextSession() {
        final Session later = sessions.at(index + 1);
        if (next != later.first()) {
            throw Damage.sessionEnd(
                    session.number(), later.number(), later.first(), file.path(), file.nextPosition(), next);
        }
        tornTails.look(file);
        index++;
        session = later;
        enter(session.oldest());
    }

    /** Takes notice of sessions that began since. */
    private void refresh() {
        sessions = Sessions.of(files);
        index = sessions.indexOfNumber(session.number());
        if (index < 0 || sessions.at(index).boundary() < next) {
            throw Damage.cutBack(file.path(), file.nextPosition(), next);
        }
        session = sessions.at(index);
    }

    private void requireSound(final int found) {
        if (found == CycleFile.DAMAGED) {
            throw Damage.header(file.path(), file.nextPosition(), next);
        }
    }

    /** Checks the document and makes it the current one. */
    private void accept() {
        file.accept(session.tag(), next);
        final long first = file.first();
        count = file.count();
        if (first != next || count < 0) {
            throw Damage.gap(first, file.path(), file.position(), next);
        }
        if (headDue) {
            requireSameHead();
        }
        next = first + count;
        if (next > session.boundary()) {
            passBoundary(first);
        }
    }

    private void passBoundary(final long first) {
        final long boundary = session.boundary();
        if (!session.isCut()) {
            throw Damage.overlap(boundary, file.path(), file.position(), first);
        }
        count = (int) (boundary - first);
        next = boundary;
    }

    private void requireSameHead() {
        if (file.type() != DocumentLayout.HEAD) {
            throw Damage.noHead(file.path(), file.position(), next);
        }
        if (!session.hasHead(file.body())) {
            throw Damage.otherHead(file.path(), file.position(), next);
        }
        headDue = false;
    }

    /** The file that the current document is in, and the document in it. */
    public DocumentFile file() {
        return file;
    }

    /** The session that the current document is in. */
    public Session session() {
        return session;
    }

    /** Memory of the current document: until the next one is asked for. */
    public UnsafeBuffer buffer() {
        return file.buffer();
    }

    /** Where the body starts in {@link #buffer()}. */
    public int offset() {
        return file.offset();
    }

    /** Bytes of the body. */
    public int length() {
        return file.length();
    }

    /** What the document is; see {@link DocumentLayout}. */
    public byte type() {
        return file.type();
    }

    /** Number of the document's first record. */
    public long first() {
        return file.first();
    }

    /** How many numbers of the document count: all, but where an epoch has taken back the rest. */
    public int count() {
        return count;
    }

    /** One past the last number read. */
    public long nextNumber() {
        return next;
    }

    /** What was left at the end of sessions that were read through. */
    public TornTails tornTails() {
        return tornTails;
    }

    /**
     * After {@link #next()} gave false: whether a document begins here that was not completed. If the writer is alive, it
     * may be just doing so.
     */
    public boolean endsIncomplete() {
        return file.hasBegun();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
