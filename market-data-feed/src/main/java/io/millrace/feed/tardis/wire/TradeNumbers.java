package io.millrace.feed.tardis.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.SymbolNumbers;

/**
 * Numbers of trades, which follow the order in which these took place. An id that is a number is that number, be it behind
 * the letters of a coin, {@code ETH-403691824}. For others, such as {@code ccc3c1fa-212c-e8b0-1706-9b9c4f3d5ecf}, a number is
 * made of the time in microseconds and the place among the instrument's trades of that time: {@code time * 4,096 + place}.
 *
 * <p>Thread: one. Allocation: only for new symbols. Deterministic: yes.
 */
final class TradeNumbers {
    private static final long NO_NUMBER = -1;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int PLACE_BITS = 12;
    private static final int MOST_PLACE = (1 << PLACE_BITS) - 1;
    private static final long MOST_TIME = Long.MAX_VALUE >>> PLACE_BITS;

    private final SymbolNumbers times = new SymbolNumbers();
    private final Decimal decimal = new Decimal();

    /** The number in an id, or -1 if there is none. */
    long in(final byte[] bytes, final int at, final int length) {
        final int end = at + length;
        int digits = at;
        while (digits < end && bytes[digits] >= 'A' && bytes[digits] <= 'Z') {
            digits++;
        }
        if (digits > at && digits < end && bytes[digits] == '-') {
            digits++;
        } else {
            digits = at;
        }
        return digits < end && decimal.readWhole(bytes, digits, end) == end ? decimal.mantissa() : NO_NUMBER;
    }

    /**
     * A number for a trade whose id has none.
     *
     * @param symbolLength from 1 to what a symbol may have
     * @param time         epoch nanoseconds
     */
    long made(final byte[] bytes, final int symbolAt, final int symbolLength, final long time) {
        final long micros = time / NANOS_PER_MICRO;
        if (micros > MOST_TIME) {
            return NO_NUMBER;
        }
        final int place = times.repeats(bytes, symbolAt, symbolLength, micros);
        return micros << PLACE_BITS | Math.min(place, MOST_PLACE);
    }
}
