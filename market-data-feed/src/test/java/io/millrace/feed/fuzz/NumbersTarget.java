package io.millrace.feed.fuzz;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameDecoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers and times that are read from their digits, against what the JDK makes of the same text. */
public final class NumbersTarget {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern UTC =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|\\+00:00)");
    private static final long NANOS = 1_000_000_000;
    private static final Pattern HUGE_EXPONENT = Pattern.compile(".*[eE][+-]?0*[0-9]{5,}");
    private static final int SURE_DIGITS = 18;
    private static final int FRACTION = "2026-01-01T00:00:00.".length();
    private static final int LEAP_SECOND = 60;

    private NumbersTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length < 2) {
            return;
        }
        final int length = data.length - 1;
        final String text = new String(data, 1, length, StandardCharsets.ISO_8859_1);
        // What stands behind the text must not be read as part of it.
        final byte[] bytes = Arrays.copyOf(data, data.length + FrameDecoder.SLACK);
        Arrays.fill(bytes, data.length, bytes.length, (byte) ".e}Z\":,]".charAt((data[0] & 0xFF) >> 1 & 7));
        if ((data[0] & 1) == 0) {
            number(text, bytes, length);
        } else {
            time(text, EpochTime.ofRfc3339(bytes, 1, length));
        }
    }

    private static void number(final String text, final byte[] bytes, final int length) {
        final Decimal decimal = new Decimal();
        final int end = decimal.read(bytes, 1, length + 1);
        if (!NUMBER.matcher(text).matches()) {
            require(end != length + 1, text, "is read as a number");
            return;
        }
        if (HUGE_EXPONENT.matcher(text).matches()) {
            return;
        }
        if (end >= 0) {
            require(end == length + 1, text, "is read in part");
            checkValue(text, decimal);
        } else {
            require(end == Decimal.TOO_LARGE && !surelyFits(text), text, "is not read");
        }
    }

    /** Compares a number that was read. */
    static void checkValue(final String text, final Decimal decimal) {
        require(
                BigDecimal.valueOf(decimal.mantissa(), decimal.scale()).compareTo(new BigDecimal(text)) == 0,
                text,
                "is read as " + decimal.mantissa() + " of scale " + decimal.scale());
    }

    /** Whether a number has so few digits, and so few behind its point as written, that it must be read; of others only some can be. */
    static boolean surelyFits(final String text) {
        final BigDecimal value = new BigDecimal(text);
        final int written =
                text.replaceAll("[eE].*", "").replaceAll(".*\\.", "").length();
        return value.precision() <= SURE_DIGITS
                && value.scale() >= 0
                && value.scale() <= SURE_DIGITS
                && written <= SURE_DIGITS;
    }

    private static void time(final String text, final long nanos) {
        if (!UTC.matcher(text).matches()) {
            require(nanos == EpochTime.NONE, text, "is read as a time");
            return;
        }
        final Instant expected = instant(text);
        if (expected == null) {
            require(nanos == EpochTime.NONE, text, "is read as " + nanos);
        } else if (expected.getEpochSecond() >= 0
                && OffsetDateTime.ofInstant(expected, ZoneOffset.UTC).getYear() < 2_262) {
            require(nanos == expected.getEpochSecond() * NANOS + expected.getNano(), text, "is read as " + nanos);
        }
    }

    private static Instant instant(final String text) {
        final int second = Integer.parseInt(text.substring(17, 19));
        final boolean leaps = second == LEAP_SECOND;
        final StringBuilder plain = new StringBuilder(text.substring(0, 10) + "T" + text.substring(11, 17));
        plain.append(leaps ? "59" : text.substring(17, 19));
        if (text.charAt(19) == '.') {
            int end = FRACTION;
            while (Character.isDigit(text.charAt(end))) {
                end++;
            }
            plain.append('.').append(text, FRACTION, Math.min(end, FRACTION + 9));
        }
        try {
            return OffsetDateTime.parse(plain.append('Z')).toInstant().plusSeconds(leaps ? 1 : 0);
        } catch (final DateTimeParseException e) {
            return null;
        }
    }

    private static void require(final boolean condition, final String text, final String otherwise) {
        if (!condition) {
            throw new AssertionError("'" + text + "' " + otherwise);
        }
    }

    static List<byte[]> seeds() {
        return Seeds.texts(
                "\u00000.10",
                "\u0000-12345678.123456789",
                "\u00001.742e-05",
                "\u0000123456789012345678901234567890",
                "\u00000.00000000000000000000000",
                "\u00001E+3",
                "\u00012026-08-16T23:37:04.190019Z",
                "\u00012024-02-29 00:00:60.1234567891+00:00",
                "\u00010001-01-01T00:00:00.000000Z");
    }
}
