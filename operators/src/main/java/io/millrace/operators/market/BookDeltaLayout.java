package io.millrace.operators.market;

import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookDeltaDecoder.DigitsDecoder;
import io.millrace.operators.market.sbe.BookDeltaDecoder.LevelsDecoder;
import io.millrace.operators.market.sbe.GroupSizeEncodingDecoder;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;

/**
 * Where the levels of a book delta stand, behind its message header:
 *
 * <pre>
 *   fields │ size of group │ price, size │ price, size │ ... │ size of group │ digits │ digits │ ...
 *     56   │       4       │     16      │     16      │     │       4       │   2    │   2    │
 * </pre>
 */
final class BookDeltaLayout {
    /** Bytes of a level. */
    static final int LEVEL = LevelsDecoder.sbeBlockLength();

    /** Bytes that tell with how many digits a level was sent. */
    static final int DIGITS = DigitsDecoder.sbeBlockLength();

    /** Place of the size of the group of levels. */
    static final int LEVELS_SIZE = BookDeltaDecoder.BLOCK_LENGTH;

    /** Place of the first level. */
    static final int LEVELS = LEVELS_SIZE + LevelsDecoder.HEADER_SIZE;

    /** Where in the size of a group its number of entries stands. */
    static final int COUNT = GroupSizeEncodingDecoder.numInGroupEncodingOffset();

    /** Where in the size of a group the bytes of an entry stand. */
    static final int ENTRY = GroupSizeEncodingDecoder.blockLengthEncodingOffset();

    private BookDeltaLayout() {}

    /** Place of the size of the group of digits, behind so many levels. */
    static int digitsSize(final int levels) {
        return LEVELS + levels * LEVEL;
    }

    /** Place of the digits of the first level. */
    static int digits(final int levels) {
        return digitsSize(levels) + DigitsDecoder.HEADER_SIZE;
    }

    /** Bytes of a delta, with its message header. */
    static int length(final int levels, final boolean hasDigits) {
        return MessageHeaderDecoder.ENCODED_LENGTH + digits(levels) + (hasDigits ? levels * DIGITS : 0);
    }
}
