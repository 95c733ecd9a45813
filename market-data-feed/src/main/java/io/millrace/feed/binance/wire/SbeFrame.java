package io.millrace.feed.binance.wire;

import io.millrace.feed.binance.sbe.MessageHeaderDecoder;
import io.millrace.feed.decode.Words;

/**
 * The parts of one binary frame, found by the lengths that it tells itself, so that fields which the venue adds are stepped
 * over. Nothing outside of the frame is looked at: what does not fit is broken.
 *
 * <pre>
 *   blockLength │ templateId │ schemaId │ version │ root │ blockLength │ count │ entry │ entry │ ... │ length │ symbol
 *        2           2            2          2              2           2 or 4                            1
 *   └────────────────── header ─────────────────┘        └────────────── group ────────────────┘
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes. Format: Simple Binary Encoding, little-endian.
 */
final class SbeFrame {
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int SCHEMA = MessageHeaderDecoder.SCHEMA_ID;
    private static final int TEMPLATE_AT = MessageHeaderDecoder.templateIdEncodingOffset();
    private static final int SCHEMA_AT = MessageHeaderDecoder.schemaIdEncodingOffset();
    private static final int SHORT = 0xFFFF;
    private static final long INT = 0xFFFF_FFFFL;

    private byte[] bytes;
    private int at;
    private int end;
    private int rootLength;
    private boolean broken;
    private int entries;
    private int entryAt;
    private int entryLength;

    /** Begins a frame; gives whether it has a header. */
    boolean begin(final byte[] frame, final int offset, final int length) {
        bytes = frame;
        end = offset + length;
        broken = length < HEADER;
        if (broken) {
            return false;
        }
        rootLength = unsignedShort(offset);
        at = offset + HEADER;
        return at + rootLength <= end;
    }

    int templateId(final int offset) {
        return unsignedShort(offset + TEMPLATE_AT);
    }

    boolean isOfSchema(final int offset) {
        return unsignedShort(offset + SCHEMA_AT) == SCHEMA;
    }

    /** Whether the root has at least so many bytes; steps behind it. Gives where it begins, or -1. */
    int root(final int least) {
        if (rootLength < least) {
            broken = true;
            return -1;
        }
        final int root = at;
        at += rootLength;
        return root;
    }

    /**
     * Steps over a group of entries.
     *
     * @param header bytes in front of its entries
     * @param least  bytes that an entry has at least
     */
    void group(final int header, final int least) {
        entries = 0;
        if (broken || at + header > end) {
            broken = true;
            return;
        }
        entryLength = unsignedShort(at);
        final long count =
                header - Short.BYTES == Short.BYTES ? unsignedShort(at + Short.BYTES) : unsignedInt(at + Short.BYTES);
        entryAt = at + header;
        final long behind = entryAt + count * entryLength;
        if (behind > end || count > 0 && entryLength < least) {
            broken = true;
            return;
        }
        entries = (int) count;
        at = (int) behind;
    }

    /** Entries of the last group. */
    int entries() {
        return entries;
    }

    /** Where the first entry of the last group begins. */
    int entryAt() {
        return entryAt;
    }

    /** Bytes of an entry of the last group. */
    int entryLength() {
        return entryLength;
    }

    /** Bytes of the text that is next; {@link #textAt} is where. What is behind it is of a later version. */
    int textLength() {
        if (broken || at >= end) {
            broken = true;
            return 0;
        }
        final int length = bytes[at] & 0xFF;
        if (at + 1 + length > end) {
            broken = true;
            return 0;
        }
        return length;
    }

    int textAt() {
        return at + 1;
    }

    /** Whether something did not fit. */
    boolean isBroken() {
        return broken;
    }

    long int64(final int place) {
        return Words.at(bytes, place);
    }

    int int8(final int place) {
        return bytes[place];
    }

    private int unsignedShort(final int place) {
        return Words.pairAt(bytes, place) & SHORT;
    }

    private long unsignedInt(final int place) {
        return Words.halfAt(bytes, place) & INT;
    }
}
