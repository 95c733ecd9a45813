package io.millrace.journal.session;

import io.millrace.journal.document.CycleFile;
import io.millrace.journal.document.DocumentFile;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.HeadPrefix;
import io.millrace.journal.store.LogFile;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.store.NoJournal;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of a log whose records count, oldest first. Found by a look at the head of each session's oldest file.
 *
 * <p>A session without a head is passed over: its writer ended before it had written anything. A session of which nothing
 * is left by the epochs that came later is passed over too.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 */
public final class Sessions {
    private final List<Session> counting;
    private final DamageException lost;

    private Sessions(final List<Session> counting, final DamageException lost) {
        this.counting = counting;
        this.lost = lost;
    }

    /**
     * Looks at a log.
     *
     * @throws DamageException if a head is damaged
     */
    public static Sessions of(final LogFiles files) {
        final Sessions sessions = ofWhatIsLeft(files);
        if (sessions.lost != null) {
            throw sessions.lost;
        }
        return sessions;
    }

    /** Looks at a log, up to the first session whose head is damaged and that a later epoch has not made up for. */
    public static Sessions ofWhatIsLeft(final LogFiles files) {
        final List<Session> all = new ArrayList<>();
        DamageException lost = null;
        int left = 0;
        for (final int number : files.sessionNumbers()) {
            try {
                final Session session = look(files, number);
                if (session != null) {
                    requireFollows(session, all.isEmpty() ? null : all.get(all.size() - 1));
                    all.add(session);
                    lost = session.beginsEpoch() ? null : lost;
                }
            } catch (final DamageException e) {
                lost = lost == null ? e : lost;
            }
            left = lost == null ? all.size() : left;
        }
        return new Sessions(withBoundaries(all.subList(0, left)), lost);
    }

    private static Session look(final LogFiles files, final int number) {
        final List<LogFile> ofSession = files.of(number);
        if (ofSession.isEmpty()) {
            return null;
        }
        final Session session = ofHead(ofSession.get(0));
        if (session == null && ofSession.size() > 1) {
            throw Damage.noHead(ofSession.get(0).path(), 0, 0);
        }
        return session;
    }

    /**
     * What the head of a file says, or null if nothing is in the file yet.
     *
     * @throws DamageException if something is, and it is no sound head
     */
    static Session ofHead(final LogFile file) {
        try (DocumentFile documents = new DocumentFile(file, true)) {
            final int found = documents.next();
            if (found == CycleFile.DAMAGED) {
                throw Damage.header(file.path(), documents.nextPosition(), 0);
            }
            if (found != CycleFile.DOCUMENT) {
                return null;
            }
            documents.accept(documents.tagHere(), 0);
            if (documents.type() != DocumentLayout.HEAD) {
                throw Damage.noHead(file.path(), documents.position(), 0);
            }
            final byte[] head = documents.body();
            if (!HeadPrefix.isOne(head)) {
                throw NoJournal.otherVersion(file.path());
            }
            final Session session = new Session(file, documents.first(), documents.tagHere(), head);
            if (session.mark().number() != file.session() || session.first() < 0) {
                throw Damage.otherSession(session.mark().number(), file.path(), documents.position());
            }
            return session;
        }
    }

    private static void requireFollows(final Session session, final Session earlier) {
        if (earlier != null && (!session.isOfSameLog(earlier) || session.epoch() < earlier.epoch())) {
            throw Damage.otherSession(session.number(), session.oldest().path(), 0);
        }
    }

    /** From the newest to the oldest: what later epochs leave of each. */
    private static List<Session> withBoundaries(final List<Session> all) {
        final List<Session> counting = new ArrayList<>();
        Session later = null;
        for (int i = all.size() - 1; i >= 0; i--) {
            final Session session = all.get(i);
            if (later == null || session.countsBefore(later)) {
                if (later != null) {
                    session.isFollowedBy(later);
                }
                counting.add(0, session);
                later = session;
            }
        }
        return counting;
    }

    /** Why sessions are missing at the end, or null if none is. */
    public DamageException lost() {
        return lost;
    }

    /** How many there are. */
    public int count() {
        return counting.size();
    }

    /** The one with this index, from 0 for the oldest. */
    public Session at(final int index) {
        return counting.get(index);
    }

    /** The newest. */
    public Session newest() {
        return counting.get(counting.size() - 1);
    }

    /** Index of the one that a record is in, or will be; the oldest if it is in none. */
    public int indexOf(final long seq) {
        int index = counting.size() - 1;
        while (index > 0 && counting.get(index).first() > seq) {
            index--;
        }
        return index;
    }

    /** Index of the session with a number, or -1. */
    public int indexOfNumber(final int number) {
        for (int i = 0; i < counting.size(); i++) {
            if (counting.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** Whether there is a session with a head that is newer than all of these. */
    public boolean isFollowed(final LogFiles files) {
        for (final int number : files.sessionNumbers()) {
            if (number > newest().number() && look(files, number) != null) {
                return true;
            }
        }
        return false;
    }

    /** The newest file of a session that begins at a record or before it; the oldest if none does. */
    public static LogFile fileOf(final LogFiles files, final Session session, final long seq) {
        final List<LogFile> all = files.of(session.number());
        for (int i = all.size() - 1; i > 0; i--) {
            if (all.get(i).compareTo(session.oldest()) > 0 && beginsUpTo(all.get(i), seq)) {
                return all.get(i);
            }
        }
        return session.oldest();
    }

    /**
     * The newest file that begins at a record or before it, and in which a record stands behind the definitions that it
     * repeats, so that they are whole. Null if there is none.
     */
    public LogFile oldestToBeginWith(final LogFiles files, final long seq) {
        for (int i = counting.size() - 1; i >= 0; i--) {
            final List<LogFile> all = files.of(counting.get(i).number());
            for (int k = all.size() - 1; k >= 0; k--) {
                final LogFile file = all.get(k);
                if (file.compareTo(counting.get(i).oldest()) >= 0 && beginsUpTo(file, seq) && hasRecords(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    private static boolean hasRecords(final LogFile file) {
        try (DocumentFile documents = new DocumentFile(file, true)) {
            while (documents.next() == CycleFile.DOCUMENT) {
                documents.accept(documents.tagHere(), 0);
                if (documents.count() > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean beginsUpTo(final LogFile file, final long seq) {
        try {
            final Session head = ofHead(file);
            return head != null && head.first() <= seq;
        } catch (final DamageException e) {
            // Who reads on from an older file meets it, and says so.
            return false;
        }
    }
}
