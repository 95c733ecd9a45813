package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.SessionMark;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How the head of every log begins, whatever it is a log of. Big-endian.
 *
 * <pre>
 *   0               4                       20              24                      32              36
 *  +---------------+-----------------------+---------------+-----------------------+---------------+----
 *  | version       | id of the log (16)    | session       | begun, epoch millis   | epochs - 1    | ...
 *  +---------------+-----------------------+---------------+-----------------------+---------------+----
 *  | first record of epoch 2       | of epoch 3                    | ...
 *  +-------------------------------+-------------------------------+----
 * </pre>
 */
public final class HeadPrefix {
    private static final int VERSION = 2;
    private static final int LENGTH = 36;

    private HeadPrefix() {}

    /** Writes it. */
    public static void write(final DataOutputStream out, final UUID id, final SessionMark session) throws IOException {
        out.writeInt(VERSION);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        out.writeInt(session.number());
        out.writeLong(session.begun().toEpochMilli());
        out.writeInt(session.epochs().size());
        for (final long first : session.epochs()) {
            out.writeLong(first);
        }
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
        final int number = in.readInt();
        final Instant begun = Instant.ofEpochMilli(in.readLong());
        final List<Long> epochs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            epochs.add(in.readLong());
        }
        return new SessionMark(number, begun, epochs);
    }

    /** Whether these bytes can be the beginning of a head in the version that this Millrace reads. */
    public static boolean isOne(final byte[] head) {
        return head.length >= LENGTH && ByteBuffer.wrap(head).getInt() == VERSION;
    }

    /** Mark of the session that a head belongs to. */
    public static SessionMark session(final byte[] head) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(head))) {
            readId(in);
            return readSession(in);
        } catch (final IOException e) {
            throw new UncheckedIOException("a head's checksum is right and its epochs are not there", e);
        }
    }

    /** Id of the log. */
    public static UUID id(final byte[] head) {
        final ByteBuffer bytes = ByteBuffer.wrap(head, Integer.BYTES, 2 * Long.BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
