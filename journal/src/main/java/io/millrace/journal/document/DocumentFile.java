package io.millrace.journal.document;

import io.millrace.journal.store.Damage;
import io.millrace.journal.store.LogFile;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The documents ({@link DocumentLayout}) of one file, in place: what they are, and whether their bytes are sound. Which
 * numbers they must have is for the caller to know.
 *
 * <p>Thread: one. Allocation: for each window of the file. Deterministic: yes.
 */
public final class DocumentFile implements AutoCloseable {
    private final LogFile file;
    private final boolean checkSums;
    private final CycleFile cycle;
    private final Checksum checksum = new Checksum();

    private byte type;
    private long first;
    private int count;
    private int offset;
    private int length;

    public DocumentFile(final LogFile file, final boolean checkSums) {
        this.file = file;
        this.checkSums = checkSums;
        this.cycle = new CycleFile(file.path());
    }

    /** Goes to the next document, if there is one; else stays. Says with a constant of {@link CycleFile} what it found. */
    public int next() {
        return cycle.next();
    }

    /** Goes to a place where a document's header is said to stand, if a sound one with this number does; else stays. */
    public boolean leap(final long header, final long number, final int tag) {
        final long here = cycle.nextPosition();
        cycle.seek(header);
        final boolean there = cycle.next() == CycleFile.DOCUMENT && fits(tag) && hasChecksum() && firstHere() == number;
        cycle.seek(there ? header : here);
        return there;
    }

    /** Whether what {@link #next()} has found is a document of the log with this tag, as it was written. */
    public boolean isSound(final int tag) {
        return fits(tag) && hasChecksum();
    }

    /** The tag of the document that {@link #next()} has found, whether it is sound or not. */
    public int tagHere() {
        return cycle.length() < DocumentLayout.OVERHEAD ? 0 : field(DocumentLayout.TAG);
    }

    /** Whether the document that {@link #next()} has found is a sound one that begins behind a number. */
    public boolean isBehind(final long number, final int tag) {
        return isSound(tag) && firstHere() > number;
    }

    private long firstHere() {
        return cycle.buffer().getLong(start() + DocumentLayout.FIRST, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Checks the document that {@link #next()} has found and makes it the current one.
     *
     * @param number of the first record that can't be read if it is damaged
     */
    public void accept(final int tag, final long number) {
        if (!fits(tag)) {
            throw Damage.foreign(path(), position(), number);
        }
        if (checkSums && !hasChecksum()) {
            throw Damage.checksum(path(), position(), number);
        }
        final int start = start();
        type = cycle.buffer().getByte(start + DocumentLayout.TYPE);
        count = field(DocumentLayout.COUNT);
        first = firstHere();
        offset = start + DocumentLayout.BODY;
        length = bodyLength();
    }

    private int start() {
        return cycle.offset() + DocumentLayout.padding(cycle.position());
    }

    private int field(final int at) {
        return cycle.buffer().getInt(start() + at, ByteOrder.LITTLE_ENDIAN);
    }

    private int bodyLength() {
        return cycle.offset() + cycle.length() - start() - DocumentLayout.BODY - DocumentLayout.TRAILER;
    }

    private boolean fits(final int tag) {
        final int bodyLength = bodyLength();
        return bodyLength >= 0
                && DocumentLayout.isSignature(cycle.buffer().getLong(start(), ByteOrder.LITTLE_ENDIAN))
                && field(DocumentLayout.LENGTH) == bodyLength
                && field(DocumentLayout.TAG) == tag;
    }

    private boolean hasChecksum() {
        final int bytes = DocumentLayout.BODY + bodyLength();
        return checksum.reset().update(cycle.buffer(), start(), bytes).value() == field(bytes);
    }

    /** A copy of the current document's body. */
    public byte[] body() {
        final byte[] bytes = new byte[length];
        cycle.buffer().getBytes(offset, bytes);
        return bytes;
    }

    /** Memory of the current document: until the next one is asked for. */
    public UnsafeBuffer buffer() {
        return cycle.buffer();
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

    /** The file. */
    public LogFile file() {
        return file;
    }

    /** Where it is. */
    public Path path() {
        return file.path();
    }

    /** Byte in the file where the current document starts. */
    public long position() {
        return cycle.position();
    }

    /** Bytes of the current document in the file, from its position. */
    public int bytes() {
        return cycle.length();
    }

    /** Where the next header stands, or will stand. */
    public long nextPosition() {
        return cycle.nextPosition();
    }

    /** Whether a document begins behind the last one that was not completed. */
    public boolean hasBegun() {
        return cycle.hasBegun();
    }

    /** Whether something stands behind the document that has begun. */
    public boolean isFollowed() {
        return cycle.isFollowed();
    }

    /** How many bytes there are of a document that was not completed. */
    public long bytesOfTornDocument() {
        return cycle.bytesBehind();
    }

    @Override
    public void close() {
        cycle.close();
    }
}
