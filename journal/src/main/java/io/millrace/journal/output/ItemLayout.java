package io.millrace.journal.output;

/**
 * An item in a document of an output log. Little-endian.
 *
 * <pre>
 *   0               4               8
 *  +---------------+---------------+-------------------------------+
 *  | length        | 0             | item, as its codec wrote it   |
 *  +---------------+---------------+-------------------------------+
 * </pre>
 *
 * {@code length} is that of the item, without padding. The next item starts at the next multiple of 8. The number of the
 * first item is the document's.
 */
final class ItemLayout {
    static final int LENGTH = 0;
    static final int ITEM = 8;

    private ItemLayout() {}

    /** Bytes that an item of this length takes. */
    static int aligned(final int length) {
        return ITEM + length + 7 & -8;
    }
}
