package io.millrace.journal.document;

/**
 * A document of a log, as it stands in a Chronicle Queue behind Chronicle's own four bytes. Little-endian.
 *
 * <pre>
 *   0               4               8
 *  +-------+-------+---------------+-------------------------------+
 *  | ver.  | type  | magic         | first                         |
 *  |  1    |  1    |  2  : count 4 |  8                            |
 *  16--------------+---------------+-------------------------------+
 *  | length of body| tag           | body ...                      |
 *  +---------------+---------------+ 24                            |
 *  |  ... body                                                     |
 *  +---------------+-----------------------------------------------+ 24 + length
 *  | CRC32C        |
 *  +---------------+ 28 + length
 * </pre>
 *
 * <p>{@code first} is the number of the first record, or of the next one if the document holds none of its own;
 * {@code count} is how many numbers the document takes up. {@code tag} is a hash of the log's id: a document that strayed
 * in from another log is recognised. The checksum is over everything before it.
 *
 * <p>A document starts at the first multiple of eight bytes of the file behind Chronicle's header, with up to four zero
 * bytes before it, and its body is a multiple of eight bytes long, so that records stay aligned in the mapped file. With
 * the four bytes at its end, the next document needs no padding.
 */
public final class DocumentLayout {
    public static final int VERSION = 0;
    public static final int TYPE = 1;
    public static final int MAGIC = 2;
    public static final int COUNT = 4;
    public static final int FIRST = 8;
    public static final int LENGTH = 16;
    public static final int TAG = 20;
    public static final int BODY = 24;
    /** Bytes behind the body. */
    public static final int TRAILER = 4;
    /** Bytes that a document takes in addition to its body: layout, padding, and Chronicle's own header. */
    public static final int OVERHEAD = BODY + TRAILER + 8;

    /** What a log is: the first document of each file. Takes up no numbers. */
    public static final byte HEAD = 1;
    /** Records of a journal, as they were in one batch of the ingress. */
    public static final byte BATCH = 2;
    /** Definitions of earlier files, with the numbers that they had there. Takes up no numbers. */
    public static final byte DEFINITIONS = 3;
    /** Items of an output log. */
    public static final byte ITEMS = 4;

    private static final long FORMAT = 1;
    private static final long MAGIC_VALUE = 0x4A4D;
    private static final long SIGNATURE = FORMAT | MAGIC_VALUE << 16;
    private static final long SIGNATURE_MASK = 0xFFFF_00FFL;

    private DocumentLayout() {}

    /** Zero bytes between a place in the file and the document that follows. */
    public static int padding(final long position) {
        return (int) (-position & 7);
    }

    /** Version, type, magic and count in one. */
    public static long firstWord(final byte type, final int count) {
        return SIGNATURE | (long) type << 8 | (long) count << 32;
    }

    /** Whether the first word of a document has this version and magic. */
    static boolean isSignature(final long firstWord) {
        return (firstWord & SIGNATURE_MASK) == SIGNATURE;
    }
}
