package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * Times as venues send them, to epoch nanoseconds.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class EpochTime {
    /** Instead of a time: this is none. */
    public static final long NONE = -1;

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LEAST_MICROS = 1_000_000_000_000_000L;
    private static final long LEAST_NANOS = 1_000_000_000_000_000_000L;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int LEAST_LENGTH = "2026-01-01T00:00:00Z".length();
    private static final int MOST_DIGITS = 9;
    private static final int LAST_YEAR = 2_261;

    private EpochTime() {}

    /**
     * From milliseconds, or microseconds if the number has 16 digits.
     *
     * @return epoch nanoseconds, or {@link #NONE} if that is after the year 2262
     */
    public static long ofMillisOrMicros(final long time) {
        if (time >= LEAST_MICROS) {
            return time <= Long.MAX_VALUE / NANOS_PER_MICRO ? time * NANOS_PER_MICRO : NONE;
        }
        return time >= 0 && time <= Long.MAX_VALUE / NANOS_PER_MILLI ? time * NANOS_PER_MILLI : NONE;
    }

    /**
     * From microseconds, or nanoseconds if the number has 19 digits.
     *
     * @return epoch nanoseconds, or {@link #NONE} if that is after the year 2262
     */
    public static long ofMicrosOrNanos(final long time) {
        if (time >= LEAST_NANOS) {
            return time;
        }
        return time >= 0 && time <= Long.MAX_VALUE / NANOS_PER_MICRO ? time * NANOS_PER_MICRO : NONE;
    }

    /**
     * From seconds with digits behind the point; those behind the ninth are dropped.
     *
     * @return epoch nanoseconds, or {@link #NONE} if that is before 1970 or after the year 2262
     */
    public static long ofSeconds(final Decimal time) {
        final long power = PowersOfTen.get(Math.abs(MOST_DIGITS - time.scale()));
        final long mantissa = time.mantissa();
        if (time.scale() >= MOST_DIGITS) {
            return mantissa >= 0 ? mantissa / power : NONE;
        }
        return mantissa >= 0 && mantissa <= Long.MAX_VALUE / power ? mantissa * power : NONE;
    }

    /**
     * From a text such as {@code 2026-08-16T23:37:04.190019Z}: RFC 3339, in UTC ({@code Z} or {@code +00:00}), with up to
     * nine digits behind the point, or a space in place of the T.
     *
     * @param bytes at least {@link FrameDecoder#SLACK} bytes longer than the text's end
     * @return epoch nanoseconds, or {@link #NONE} if that is no such time, or not from 1970 to 2261
     */
    public static long ofRfc3339(final byte[] bytes, final int at, final int length) {
        if (length < LEAST_LENGTH
                || bytes[at + 4] != '-'
                || bytes[at + 7] != '-'
                || (bytes[at + 10] | 0x20) != 't' && bytes[at + 10] != ' '
                || bytes[at + 13] != ':'
                || bytes[at + 16] != ':') {
            return NONE;
        }
        final int year = digits(bytes, at, 4);
        final int month = digits(bytes, at + 5, 2);
        final int day = digits(bytes, at + 8, 2);
        final int hour = digits(bytes, at + 11, 2);
        final int minute = digits(bytes, at + 14, 2);
        final int second = digits(bytes, at + 17, 2);
        if ((year | month | day | hour | minute | second) < 0
                || year < 1970
                || year > LAST_YEAR
                || month < 1
                || month > 12
                || day < 1
                || day > daysOf(month, year)
                || hour > 23
                || minute > 59
                || second > 60) {
            return NONE;
        }
        int next = at + 19;
        long fraction = 0;
        final int last = at + length;
        if (bytes[next] == '.') {
            next++;
            int count = 0;
            while (next < last && bytes[next] >= '0' && bytes[next] <= '9') {
                if (count < MOST_DIGITS) {
                    fraction = fraction * 10 + bytes[next] - '0';
                    count++;
                }
                next++;
            }
            if (count == 0) {
                return NONE;
            }
            for (; count < MOST_DIGITS; count++) {
                fraction *= 10;
            }
        }
        if (!isUtc(bytes, next, last)) {
            return NONE;
        }
        final long seconds = days(year, month, day) * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
        return seconds * NANOS_PER_SECOND + fraction;
    }

    private static int daysOf(final int month, final int year) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static boolean isUtc(final byte[] bytes, final int at, final int last) {
        if (at + 1 == last) {
            return (bytes[at] | 0x20) == 'z';
        }
        return at + 6 == last
                && bytes[at] == '+'
                && digits(bytes, at + 1, 2) == 0
                && bytes[at + 3] == ':'
                && digits(bytes, at + 4, 2) == 0;
    }

    private static int digits(final byte[] bytes, final int at, final int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            final int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Days since 1970-01-01, by counting years from March, so that the day that leap years add is the last one. */
    private static long days(final int year, final int month, final int day) {
        final int shifted = month <= 2 ? year - 1 : year;
        final int era = shifted / 400;
        final int yearOfEra = shifted - era * 400;
        final int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        final int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
