package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.SessionMark;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * How the head of every log begins, whatever it is a log of. Big-endian.
 *
 * <pre>
 *   0               4                       20              24              28                      36
 *  +---------------+-----------------------+---------------+---------------+-----------------------+----
 *  | version       | id of the log (16)    | session       | epoch         | begun, epoch millis   | ...
 *  +---------------+-----------------------+---------------+---------------+-----------------------+----
 * </pre>
 */
public final class HeadPrefix {
    private static final int VERSION = 2;
    private static final int ID = 4;
    private static final int SESSION = 20;
    private static final int EPOCH = 24;
    private static final int LENGTH = 36;

    private HeadPrefix() {}

    /** Writes it. */
    public static void write(final DataOutputStream out, final UUID id, final SessionMark session) throws IOException {
        out.writeInt(VERSION);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        out.writeInt(session.number());
        out.writeInt(session.epoch());
        out.writeLong(session.begun().toEpochMilli());
    }

    /**
     * Reads it.
     *
     * @return the id; the session's mark follows from {@link #readSession}
     * @throws ConnectorException if it is of a version that this Millrace does not read
     */
    public static UUID readId(final DataInputStream in) throws IOException {
        final int version = in.readInt();
        if (version != VERSION) {
            throw new ConnectorException("the log's head is of version " + version + ", this Millrace reads version "
                    + VERSION + ": use the Millrace that wrote it, or a newer one");
        }
        return new UUID(in.readLong(), in.readLong());
    }

    /** Reads on. */
    public static SessionMark readSession(final DataInputStream in) throws IOException {
        return new SessionMark(in.readInt(), in.readInt(), Instant.ofEpochMilli(in.readLong()));
    }

    /** Whether these bytes can be the beginning of a head in the version that this Millrace reads. */
    public static boolean isOne(final byte[] head) {
        return head.length >= LENGTH && ByteBuffer.wrap(head).getInt() == VERSION;
    }

    /** Number of the session. */
    public static int session(final byte[] head) {
        return ByteBuffer.wrap(head).getInt(SESSION);
    }

    /** Epoch of the session. */
    public static int epoch(final byte[] head) {
        return ByteBuffer.wrap(head).getInt(EPOCH);
    }

    /** Id of the log. */
    public static UUID id(final byte[] head) {
        final ByteBuffer bytes = ByteBuffer.wrap(head);
        return new UUID(bytes.getLong(ID), bytes.getLong(ID + Long.BYTES));
    }
}
