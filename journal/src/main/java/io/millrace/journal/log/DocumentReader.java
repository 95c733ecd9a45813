package io.millrace.journal.log;

import io.millrace.journal.store.Damage;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.Progress;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the documents ({@link DocumentLayout}) of a log in order, in place, file by file. It needs nothing but the files,
 * changes none, and waits for nothing: of a log that is being written it gives what is complete, and more when it is
 * asked again.
 *
 * <p>Only what was never completed may be missing at the end. What was completed, the log's {@link Progress} tells.
 *
 * <p>Thread: one. Allocation: for each window of a file. Deterministic: yes.
 */
public final class DocumentReader implements AutoCloseable {
    private final LogDirectory directory;
    private final boolean checkSums;
    private final Checksum checksum = new Checksum();
    private Progress progress;
    private CycleFile file;
    private byte[] head;
    private int tag;
    private long next;
    private long lastListed = -1;
    private boolean headDue;
    private boolean inFirstFile = true;

    private byte type;
    private long first;
    private int count;
    private int offset;
    private int length;

    /** Opens nothing yet. */
    public DocumentReader(final LogDirectory directory, final boolean checkSums) {
        this.directory = directory;
        this.checkSums = checkSums;
    }

    /**
     * Opens the oldest file and reads its head, which is the current document then.
     *
     * @return whether there is one
     */
    public boolean open() {
        final Path path = directory.files().after(null);
        if (path == null) {
            return false;
        }
        file = new CycleFile(path);
        final int found = file.next();
        if (found != CycleFile.DOCUMENT && found != CycleFile.DAMAGED) {
            return false;
        }
        requireSound(found);
        tag = file.buffer().getInt(start() + DocumentLayout.TAG, ByteOrder.LITTLE_ENDIAN);
        next = file.buffer().getLong(start() + DocumentLayout.FIRST, ByteOrder.LITTLE_ENDIAN);
        accept();
        requireHead();
        head = body();
        return true;
    }

    /** Believes this from now on about what must be there; may be null if nobody knows. */
    public void watch(final Progress newProgress) {
        progress = newProgress;
    }

    /** Goes to the next document, if one is complete. */
    public boolean next() {
        int found = file.next();
        if (found != CycleFile.DOCUMENT) {
            requireSound(found);
            found = lookFurther(found);
            if (found != CycleFile.DOCUMENT) {
                return false;
            }
        }
        accept();
        if (headDue) {
            requireSameHead();
        }
        return true;
    }

    /** At the end of what is in this file. */
    private int lookFurther(final int whatWasFound) {
        int found = whatWasFound;
        while (found != CycleFile.DOCUMENT) {
            // In this order: what was promised is, by now, in a file that is listed, and can be seen in it.
            final long promised = progress == null ? 0 : progress.next();
            if (found == CycleFile.NOTHING_YET && promised <= next && file.nextPosition() == lastListed) {
                return found;
            }
            final Path newer = directory.files().after(file.path());
            found = file.next();
            requireSound(found);
            if (found != CycleFile.DOCUMENT) {
                if (newer == null) {
                    requireEnd(promised);
                    return CycleFile.NOTHING_YET;
                }
                file.close();
                file = new CycleFile(newer);
                headDue = true;
                inFirstFile = false;
                found = file.next();
                requireSound(found);
            }
        }
        return found;
    }

    private void requireEnd(final long promised) {
        lastListed = file.nextPosition();
        if (promised > next) {
            throw Damage.endMissing(promised, file.path(), lastListed, next);
        }
        // Without a promise, a document that others follow must have been completed once.
        if (progress == null && file.hasBegun() && file.isFollowed()) {
            throw Damage.header(file.path(), lastListed, next);
        }
    }

    private void requireSound(final int found) {
        if (found == CycleFile.DAMAGED) {
            throw Damage.header(file.path(), file.nextPosition(), next);
        }
    }

    private int start() {
        return file.offset() + DocumentLayout.padding(file.position());
    }

    /** Checks the document and makes it the current one. */
    private void accept() {
        final UnsafeBuffer buffer = file.buffer();
        final int start = start();
        final int bodyLength = file.offset() + file.length() - start - DocumentLayout.BODY - DocumentLayout.TRAILER;
        if (bodyLength < 0
                || !DocumentLayout.isSignature(buffer.getLong(start, ByteOrder.LITTLE_ENDIAN))
                || buffer.getInt(start + DocumentLayout.LENGTH, ByteOrder.LITTLE_ENDIAN) != bodyLength
                || buffer.getInt(start + DocumentLayout.TAG, ByteOrder.LITTLE_ENDIAN) != tag) {
            throw Damage.foreign(file.path(), file.position(), next);
        }
        if (checkSums) {
            requireChecksum(start, DocumentLayout.BODY + bodyLength);
        }
        type = buffer.getByte(start + DocumentLayout.TYPE);
        count = buffer.getInt(start + DocumentLayout.COUNT, ByteOrder.LITTLE_ENDIAN);
        first = buffer.getLong(start + DocumentLayout.FIRST, ByteOrder.LITTLE_ENDIAN);
        if (first != next || count < 0) {
            throw Damage.gap(first, file.path(), file.position(), next);
        }
        offset = start + DocumentLayout.BODY;
        length = bodyLength;
        next = first + count;
    }

    private void requireChecksum(final int start, final int bytes) {
        final int computed =
                checksum.reset().update(file.buffer(), start, bytes).value();
        if (computed != file.buffer().getInt(start + bytes, ByteOrder.LITTLE_ENDIAN)) {
            throw Damage.checksum(file.path(), file.position(), next);
        }
    }

    private void requireHead() {
        if (type != DocumentLayout.HEAD) {
            throw Damage.noHead(file.path(), file.position(), next);
        }
    }

    private void requireSameHead() {
        requireHead();
        if (!Arrays.equals(head, body())) {
            throw Damage.otherHead(file.path(), file.position(), next);
        }
        headDue = false;
    }

    /** A copy of the current document's body. */
    public byte[] body() {
        final byte[] bytes = new byte[length];
        file.buffer().getBytes(offset, bytes);
        return bytes;
    }

    /** Memory of the current document: until the next one is asked for. */
    public UnsafeBuffer buffer() {
        return file.buffer();
    }

    /** Where the body starts in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** Bytes of the body. */
    public int length() {
        return length;
    }

    /** What the document is; see {@link DocumentLayout}. */
    public byte type() {
        return type;
    }

    /** Number of the document's first record. */
    public long first() {
        return first;
    }

    /** How many numbers the document takes up. */
    public int count() {
        return count;
    }

    /** One past the last number read. */
    public long nextNumber() {
        return next;
    }

    /** Whether the current document is in the oldest file. */
    public boolean isInFirstFile() {
        return inFirstFile;
    }

    /** File of the current document. */
    public Path path() {
        return file.path();
    }

    /** Byte in the file where the current document starts. */
    public long position() {
        return file.position();
    }

    /** Bytes of the current document in the file, from its position. */
    public int bytes() {
        return file.length();
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
