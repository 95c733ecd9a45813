package io.millrace.feed.binance.exchange;

import io.millrace.feed.decode.Json;
import io.millrace.feed.simulator.ClientLine.Spoken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds stream and message in a recorded frame of combined streams.
 *
 * <p>Thread: one. Allocation: a name for each frame. Deterministic: yes.
 */
final class RecordedStream {
    private static final byte[] STREAM = "{\"stream\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);

    private String stream;
    private int dataAt;
    private int dataLength;

    /** Whether it is such a frame. Expects the spelling of the venue: stream first, then data, no white space. */
    boolean find(final byte[] bytes, final int start, final int length) {
        final int end = start + length;
        if (!matches(bytes, start, end, STREAM)) {
            return false;
        }
        final int nameAt = start + STREAM.length;
        final int nameEnd = Json.plainText(bytes, nameAt, end);
        if (nameEnd == Json.BROKEN || !matches(bytes, nameEnd + 1, end, DATA)) {
            return false;
        }
        stream = new String(bytes, nameAt, nameEnd - nameAt, StandardCharsets.UTF_8);
        dataAt = nameEnd + 1 + DATA.length;
        dataLength = end - 1 - dataAt;
        return true;
    }

    private static boolean matches(final byte[] bytes, final int at, final int end, final byte[] expected) {
        return at + expected.length <= end
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }

    String stream() {
        return stream;
    }

    int dataAt() {
        return dataAt;
    }

    int dataLength() {
        return dataLength;
    }

    Spoken what() {
        if (stream.contains("@depth")) {
            return Spoken.BOOK;
        }
        return stream.contains("@bookTicker") ? Spoken.QUOTE : Spoken.TRADE;
    }
}
