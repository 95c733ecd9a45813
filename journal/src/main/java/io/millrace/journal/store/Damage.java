package io.millrace.journal.store;

import io.millrace.journal.model.DamageException;
import java.nio.file.Path;

/** What can be wrong with the files of a log, in words. */
public final class Damage {
    private Damage() {}

    /** A header of Chronicle's that no writer wrote, or that announces more than the file has. */
    public static DamageException header(final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: a document's length makes no sense here, or the file was cut", file, position, number);
    }

    /** A document that is not one of this log. */
    public static DamageException foreign(final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: what stands here is no document of this log in a format that this Millrace knows",
                file,
                position,
                number);
    }

    /** A document whose bytes have changed. */
    public static DamageException checksum(final Path file, final long position, final long number) {
        return new DamageException("damaged: the checksum of a document is wrong", file, position, number);
    }

    /** A document that does not follow the one before. */
    public static DamageException gap(final long first, final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: a document begins with record " + first + " instead of " + number
                        + ": a file is missing, or in the place of another",
                file,
                position,
                number);
    }

    /** A file that does not say what it is. */
    public static DamageException noHead(final Path file, final long position, final long number) {
        return new DamageException("damaged: the file does not begin with a head", file, position, number);
    }

    /** A file of another log. */
    public static DamageException otherHead(final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: the file's head differs from that of the first file: it belongs to another log",
                file,
                position,
                number);
    }

    /** A record whose header makes no sense. */
    public static DamageException record(final String what, final Path file, final long position, final long number) {
        return new DamageException("damaged: " + what, file, position, number);
    }

    /** A session that does not end where the next one begins. */
    public static DamageException sessionEnd(
            final int session,
            final int later,
            final long first,
            final Path file,
            final long position,
            final long number) {
        return new DamageException(
                "damaged: session " + session + " ends before record " + number + ", and session " + later
                        + " begins with record " + first + ": a file is missing, or is not of this copy of the log",
                file,
                position,
                number);
    }

    /** A document that goes on where the next session has begun. */
    public static DamageException overlap(
            final long boundary, final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: a document goes on beyond record " + boundary
                        + ", with which the next session begins: the files are not of one copy of the log",
                file,
                position,
                number);
    }

    /** A session in the place of another. */
    public static DamageException otherSession(final int session, final Path file, final long position) {
        return new DamageException(
                "damaged: the file's head says that it belongs to session " + session
                        + ", or to another log than the files before it",
                file,
                position,
                0);
    }

    /** The newest session is gone. */
    public static DamageException sessionMissing(
            final int promised, final int epoch, final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: sessions are missing, the log had come to epoch " + promised
                        + " and what is here belongs to epoch " + epoch + ". A directory was removed",
                file,
                position,
                number);
    }

    /** What was read counts no more. */
    public static DamageException cutBack(final Path file, final long position, final long number) {
        return new DamageException(
                "a later session has taken records back, or files were released, while they were read: read again",
                file,
                position,
                number);
    }

    /** Nobody knows how far the writer came. */
    public static DamageException progressMissing(final Path file) {
        return new DamageException(
                "damaged: the progress file is missing, so that nobody knows whether the end of the log is. A run goes on"
                        + " only if the loss is accepted",
                file,
                0,
                0);
    }

    /** Records that were appended and are not there. */
    public static DamageException endMissing(
            final long promised, final Path file, final long position, final long number) {
        return new DamageException(
                "damaged: the end is missing, records up to " + (promised - 1)
                        + " were appended. A file was cut or removed, or the machine lost power before the disk had"
                        + " them. A run goes on without them if the loss is accepted; to only read what is left, delete"
                        + " the log's progress.dat",
                file,
                position,
                number);
    }
}
