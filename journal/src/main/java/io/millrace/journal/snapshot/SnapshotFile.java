package io.millrace.journal.snapshot;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One snapshot file, for reading. It is read into memory and not mapped: a bad place of the disk is then an error like any
 * other, and an older snapshot can be taken.
 *
 * <p>Thread: any. Allocation: yes.
 *
 * @param file     where it is
 * @param journal  what it must belong to
 * @param inputSeq record that it must have been taken at
 */
record SnapshotFile(Path file, UUID journal, long inputSeq) {
    private static final int ALIGNMENT = 64;

    /** The checksum of what a file holds. */
    static int checksum(final ByteBuffer... parts) {
        final CRC32C crc = new CRC32C();
        for (final ByteBuffer part : parts) {
            crc.update(part.duplicate());
        }
        return (int) crc.getValue();
    }

    /**
     * Reads it.
     *
     * @throws ConnectorException if there is none, or one that can't be used; names file and position
     */
    DirectBuffer read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, channel.size());
        } catch (final NoSuchFileException e) {
            throw new ConnectorException(
                    "there is no snapshot of record " + inputSeq + ": " + file + " is not there", e);
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't read the snapshot " + file + " (" + e
                            + "): check the disk and the permissions. Without it, an older snapshot or the whole journal is"
                            + " read.",
                    e);
        }
    }

    private DirectBuffer read(final FileChannel channel, final long size) throws IOException {
        final long length = size - SnapshotHeader.HEADER - SnapshotHeader.TRAILER;
        if (length < 0) {
            throw damaged("it was cut to " + size + " bytes", size);
        }
        if (length > Integer.MAX_VALUE) {
            throw damaged("it has grown to " + size + " bytes, more than a snapshot can have", size);
        }
        final ByteBuffer header = ByteBuffer.allocate(SnapshotHeader.HEADER).order(ByteOrder.LITTLE_ENDIAN);
        final ByteBuffer trailer = ByteBuffer.allocate(SnapshotHeader.TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, header, 0);
        SnapshotHeader.requireMagic(header, file, inputSeq);
        final ByteBuffer bytes = memory((int) length);
        fill(channel, bytes, SnapshotHeader.HEADER);
        fill(channel, trailer, size - SnapshotHeader.TRAILER);
        if (checksum(header, bytes) != trailer.getInt(0)) {
            throw damaged("its checksum is wrong", size - SnapshotHeader.TRAILER);
        }
        SnapshotHeader.decode(header, file, inputSeq).requirePlace(file, size, journal, inputSeq);
        return new UnsafeBuffer(bytes, 0, (int) length);
    }

    private ByteBuffer memory(final int length) {
        try {
            return BufferUtil.allocateDirectAligned(length, ALIGNMENT);
        } catch (final OutOfMemoryError e) {
            throw new ConnectorException(
                    "no room for the " + length + " bytes of the snapshot " + file
                            + ": allow more memory outside the heap, with -XX:MaxDirectMemorySize",
                    e);
        }
    }

    private void fill(final FileChannel channel, final ByteBuffer target, final long from) throws IOException {
        DurableFile.fill(channel, target, from);
        if (target.hasRemaining()) {
            throw damaged("it was cut while it was read", from + target.position());
        }
        target.flip();
    }

    private DamageException damaged(final String what, final long position) {
        return DamageException.ofSnapshot(what, file, position, inputSeq);
    }
}
