package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * Reads levels that are spelled alike, many in one go: prices of one length, sizes with as many digits behind their point
 * as the last one had, whatever they have before it.
 *
 * <pre>
 *   [ " 6 1 8 0 0 . 2 0 " , " 2 . 9 0 9 " ] , [ " 6 1 8 0 0 . 1 0 "
 *       └─── price ───┘ └─┬─┘ └─ size ┘ └─┬─────┘
 *                      between           tail
 * </pre>
 *
 * <p>Each part is one word. Only the point of a size is looked for, and no branch depends on where it is. The word of a
 * price ends with it; digits before this word must be the same in all levels, as part of the tail. What has another form
 * is left to the usual way.
 *
 * <p>Thread: one. Allocation: none. Deterministic: gives what {@link Decimal} gives.
 */
final class LevelRun {
    private static final short LEVEL_BEGIN = Words.pair('[', '"');
    private static final short LEVEL_END = Words.pair('"', ']');
    private static final int BETWEEN = (int) Words.of("\",\"");
    private static final int BETWEEN_LENGTH = 3;
    private static final long TAIL = Words.of("\"],[\"");
    private static final int TAIL_LENGTH = 5;
    private static final int LONGEST_PRICE = 2 * Long.BYTES - TAIL_LENGTH;

    /** What is above 15 with this added is no digit. */
    private static final int EXCESS = 6;

    /** The same for a byte that must be 0. */
    private static final long EXCESS_OF_ZERO = 15;

    /** Which bit of a byte tells that it is no digit. */
    private static final int MARK = 4;

    private boolean likely;
    private boolean plain;
    private int behind;

    private int priceLength;
    private int priceScale;
    private int sizeScale;

    /** Whether to try: the last level that was read in the usual way could have been in a run of the same scales. */
    boolean isLikely() {
        return likely;
    }

    /** Whether the last level that was read in the usual way could be the first of a run. */
    boolean isPlain() {
        return plain;
    }

    int priceScale() {
        return priceScale;
    }

    int sizeScale() {
        return sizeScale;
    }

    /** Index behind the last level that {@link #read} has read. */
    int behind() {
        return behind;
    }

    /** How a level was spelled that was read in the usual way; the lengths are without quotes. */
    void learn(final int lengthOfPrice, final int scaleOfPrice, final int lengthOfSize, final int scaleOfSize) {
        plain = isPlain(lengthOfPrice, scaleOfPrice, LONGEST_PRICE)
                && isPlain(lengthOfSize, scaleOfSize, scaleOfSize > 0 ? Long.BYTES : Long.BYTES - 1);
        likely = plain && scaleOfPrice == priceScale && scaleOfSize == sizeScale;
        if (plain) {
            priceLength = lengthOfPrice;
            priceScale = scaleOfPrice;
            sizeScale = scaleOfSize;
        }
    }

    /** Whether there is a digit before the point, or at all if there is none, and none too many. */
    private static boolean isPlain(final int length, final int scale, final int longest) {
        return length <= longest && scale < Long.BYTES && length > (scale > 0 ? scale + 1 : 0);
    }

    /** What the point is as a digit, where it stands in a word that ends with a number or, without a point, behind it. */
    private static long point(final char character, final int scale) {
        return (character ^ '0' & 0xFFL) << (Long.BYTES - 1 - scale) * Byte.SIZE;
    }

    private static long excess(final int scale) {
        return EXCESS * Words.LOW_BITS | EXCESS_OF_ZERO << (Long.BYTES - 1 - scale) * Byte.SIZE;
    }

    /**
     * Reads levels up to the first one that has another form.
     *
     * @param at      index of the opening bracket of a level
     * @param numbers where prices and sizes go, in turn; what is behind the levels that are read may be overwritten
     * @param from    index of the first one's price
     * @return index behind the last one's size
     */
    int read(final byte[] bytes, final int at, final int end, final long[] numbers, final int from) {
        final int headLength = Math.max(0, priceLength - Long.BYTES);
        if (at < Long.BYTES || Words.pairAt(bytes, at) != LEVEL_BEGIN || !isHead(bytes, at + 2, headLength)) {
            return from;
        }
        final long levelHead = Words.at(bytes, at + 2);
        final long tailMask = Words.first(-1L, TAIL_LENGTH + headLength);
        final int to = readWords(
                bytes,
                at + 2 + priceLength,
                end,
                numbers,
                from,
                tailMask,
                (TAIL | levelHead << TAIL_LENGTH * Byte.SIZE) & tailMask);
        Words.numbers(numbers, from, to);
        if (headLength > 0) {
            addHead(numbers, from, to, headLength, levelHead);
        }
        return to;
    }

    private static boolean isHead(final byte[] bytes, final int at, final int length) {
        return length == 0 || Words.areDigits(Words.at(bytes, at), length);
    }

    private void addHead(final long[] numbers, final int from, final int to, final int length, final long word) {
        final long head = Words.number(word, length) * PowersOfTen.get(priceScale > 0 ? Long.BYTES - 1 : Long.BYTES);
        for (int i = from; i < to; i += 2) {
            numbers[i] += head;
        }
    }

    /**
     * Leaves the digits of numbers, which have been checked, in words that end with them.
     *
     * <p>The first byte of a size without bit 4 or 5 is taken for its point; the byte that comes to stand where the point
     * must be has to be one, so that it was. A shift out of range is above all others.
     */
    private int readWords(
            final byte[] bytes,
            final int firstEnd,
            final int end,
            final long[] numbers,
            final int from,
            final long tailMask,
            final long expectedTail) {
        final long priceKept = Words.last(Math.min(priceLength, Long.BYTES));
        final long pricePattern = (priceScale > 0 ? Words.ZEROS ^ point('.', priceScale) : Words.ZEROS) & priceKept;
        final long priceExcess = priceScale > 0 ? excess(priceScale) : EXCESS * Words.LOW_BITS;
        final long priceFraction = Words.last(priceScale > 0 ? priceScale : Long.BYTES);
        // Without a point, the closing quote takes its place: there is nothing behind it.
        final long sizePoint = point(sizeScale > 0 ? '.' : '"', sizeScale);
        final long sizeExcess = excess(sizeScale);
        final long sizeFraction = Words.last(sizeScale);
        final int mostShift = Integer.MIN_VALUE + MARK + (Long.BYTES - 1 - sizeScale) * Byte.SIZE;
        final int leastShift = mostShift - MARK - Byte.SIZE;
        final int toTail = BETWEEN_LENGTH + (sizeScale > 0 ? sizeScale + 1 : 0);
        final int fromTail = TAIL_LENGTH + priceLength;
        final int limit = numbers.length - 1;
        int priceEnd = firstEnd;
        int place = from;
        for (; place < limit; place += 2) {
            final long priceWord = Words.at(bytes, priceEnd - Long.BYTES);
            final long sizeWord = Words.at(bytes, priceEnd + BETWEEN_LENGTH);
            final int between = (int) Words.at(bytes, priceEnd);
            final int mark = Long.numberOfTrailingZeros(~sizeWord & Words.ZEROS);
            final int sizeEnd = priceEnd + toTail + (mark >>> 3);
            if (sizeEnd >= end) {
                break;
            }
            final long tail = Words.at(bytes, sizeEnd);
            final int shift = mostShift - mark;
            final long price = priceWord & priceKept ^ pricePattern;
            final long size = (sizeWord ^ Words.ZEROS) << shift ^ sizePoint;
            final long priceUp = price << Byte.SIZE;
            final long sizeUp = size << Byte.SIZE;
            numbers[place] = (price ^ priceUp) & priceFraction ^ priceUp;
            numbers[place + 1] = (size ^ sizeUp) & sizeFraction ^ sizeUp;
            final long wrong = (price | size | price + priceExcess | size + sizeExcess) & Words.HIGH_HALVES;
            if (wrong != 0 || between << Byte.SIZE != BETWEEN << Byte.SIZE || shift > leastShift) {
                break;
            }
            if ((tail & tailMask) != expectedTail) {
                if ((short) tail == LEVEL_END) {
                    place += 2;
                    priceEnd = sizeEnd + fromTail;
                }
                break;
            }
            priceEnd = sizeEnd + fromTail;
        }
        behind = priceEnd - priceLength - 3;
        return place;
    }
}
