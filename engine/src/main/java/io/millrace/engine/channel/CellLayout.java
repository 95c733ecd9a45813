package io.millrace.engine.channel;

/**
 * A cell: what one stage sends to another. Little-endian; begins like a record, so that a reader finds length and kind in
 * the same place.
 *
 * <pre>
 *   0               4       5       6               8
 *  +---------------+-------+-------+---------------+-------------------------------+
 *  | length        | kind  | root  | edge          | root: time                    |
 *  +---------------+-------+-------+---------------+-------------------------------+
 *  | root: inputSeq, or count of the timer         | root: key of timer or end hook|
 *  16----------------------------------------------24------------------------------+
 *  | root: place   | root key len  | path length   | key of the item               |
 *  32--------------36--------------38--------------40------------------------------+
 *  | key hash      | key length    | (0)           |                               56
 *  48--------------52--------------54--------------+
 *  | path: ints | root key text | key text | up to a multiple of 8 | payload ...
 *  56
 * </pre>
 *
 * Text keys stand as bytes, because the numbers that a stage gives them are its own.
 */
final class CellLayout {
    static final int LENGTH = RecordLayout.LENGTH;
    static final int KIND = RecordLayout.KIND;
    static final int ROOT = 5;
    static final int EDGE = 6;
    static final int TIME = 8;
    static final int COUNT = 16;
    static final int ROOT_KEY = 24;
    static final int PLACE = 32;
    static final int ROOT_KEY_LENGTH = 36;
    static final int PATH_LENGTH = 38;
    static final int KEY = 40;
    static final int KEY_HASH = 48;
    static final int KEY_LENGTH = 52;
    static final int TAIL = 56;

    private CellLayout() {}

    static int payload(final int pathLength, final int rootKeyLength, final int keyLength) {
        return RecordLayout.aligned(TAIL + pathLength * Integer.BYTES + rootKeyLength + keyLength);
    }
}
