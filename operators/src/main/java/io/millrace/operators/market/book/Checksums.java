package io.millrace.operators.market.book;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.sbe.BookChecksum;
import java.util.zip.CRC32;

/**
 * Checksums of books as venues make them: CRC32 over the digits of the best levels, as they were sent.
 *
 * <pre>
 *   KRAKEN  10 offers, then 10 bids, the best first: price and size without point and leading zeros, nothing between
 *   OKX     25 bids and offers in turn, a missing one left out: price and size as decimals, colons between all
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class Checksums {
    private static final int KRAKEN_LEVELS = 10;
    private static final int OKX_LEVELS = 25;

    /** A sign, 19 digits, a point and a colon, for two numbers of each level; a number has 18 digits behind the point at most. */
    private static final int LONGEST_LEVEL = 2 * 24;

    private static final int DIGITS_MASK = 0xFF;

    private final byte[] text = new byte[2 * OKX_LEVELS * LONGEST_LEVEL];
    private final CRC32 crc = new CRC32();
    private int length;

    /** Price and size digits as {@link SideLevels} keeps them. */
    static int sent(final int priceDigits, final int sizeDigits) {
        return priceDigits << Byte.SIZE | sizeDigits;
    }

    /** Digits of a level; 0 if it is not told, since nobody needs them. */
    static int sent(final BookDelta delta, final int level) {
        return delta.hasDigits() ? sent(delta.priceDigits(level), delta.sizeDigits(level)) : 0;
    }

    /** The checksum of a book, whose sides keep digits. */
    int of(final OrderBook book, final BookChecksum form) {
        length = 0;
        if (form == BookChecksum.KRAKEN) {
            kraken(book.asks, book);
            kraken(book.bids, book);
        } else {
            for (int i = 0; i < OKX_LEVELS; i++) {
                okx(book.bids, i, book);
                okx(book.asks, i, book);
            }
            length = Math.max(0, length - 1);
        }
        crc.reset();
        crc.update(text, 0, length);
        return (int) crc.getValue();
    }

    private void kraken(final SideLevels levels, final OrderBook book) {
        for (int i = 0; i < Math.min(KRAKEN_LEVELS, levels.count()); i++) {
            final int sent = levels.digits(i);
            digits(asSent(levels.price(i), book.priceScale, sent >> Byte.SIZE), 0);
            digits(asSent(levels.size(i), book.sizeScale, sent & DIGITS_MASK), 0);
        }
    }

    private void okx(final SideLevels levels, final int index, final OrderBook book) {
        if (index < levels.count()) {
            final int sent = levels.digits(index);
            decimal(levels.price(index), book.priceScale, sent >> Byte.SIZE);
            decimal(levels.size(index), book.sizeScale, sent & DIGITS_MASK);
        }
    }

    /** A number with the digits that were sent; zeros at its end may be more than its instrument's scale has room for. */
    private static long asSent(final long scaled, final int scale, final int sentDigits) {
        return sentDigits <= scale
                ? scaled / PowersOfTen.get(scale - sentDigits)
                : scaled * PowersOfTen.get(sentDigits - scale);
    }

    private void decimal(final long scaled, final int scale, final int sentDigits) {
        final long sent = asSent(scaled, scale, sentDigits);
        if (sent < 0) {
            text[length++] = '-';
        }
        final long one = PowersOfTen.get(sentDigits);
        digits(Math.abs(sent / one), 1);
        if (sentDigits > 0) {
            text[length++] = '.';
            digits(Math.abs(sent % one), sentDigits);
        }
        text[length++] = ':';
    }

    /** Writes at least so many digits. */
    private void digits(final long number, final int least) {
        final int begin = length;
        long rest = number;
        while (rest > 0 || length - begin < least) {
            text[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        for (int low = begin, high = length - 1; low < high; low++, high--) {
            final byte swapped = text[low];
            text[low] = text[high];
            text[high] = swapped;
        }
    }
}
