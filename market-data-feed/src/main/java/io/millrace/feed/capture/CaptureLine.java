package io.millrace.feed.capture;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Scales;
import io.millrace.feed.decode.Words;

/**
 * Takes one line of a capture apart, whatever its form; each line is looked at by itself.
 *
 * <pre>
 *   1723161255088169167 {"stream":...}              epoch nanoseconds: what Millrace records
 *   1618678132.8258188: {"event":...}               epoch seconds and a colon (cryptofeed)
 *   2019-08-01T00:00:02.9970505Z {"e":...}          RFC 3339 (tardis)
 *   {"rx_ns":42890204502000,"frame":{"channel":...}}
 *   {"topic":...,"ts":1733011200691,"data":...}     the frame alone: its "ts", epoch milliseconds, stands for the time
 *   wss://ws.kraken.com &lt;- 1618678132.8: {...}      what was sent, requests, configuration: no frames, skipped
 * nothing, as between and behind parts of a recording: skipped
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class CaptureLine {
    /** What {@link #parse} finds. */
    enum Found {
        FRAME,
        NO_FRAME,
        BROKEN
    }

    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int YEAR_DIGITS = 4;
    private static final long RX_NS = Words.of("rx_ns");
    private static final long DIR = Words.of("dir");
    private static final long TX = Words.of("tx");
    private static final long FRAME = Words.of("frame");
    private static final long TS = Words.of("ts");
    private static final long WSS = Words.of("wss://");
    private static final long WS = Words.of("ws://");
    private static final long HTTPS = Words.of("https://");
    private static final long CONFIGURATION = Words.of("configur");

    private final Decimal decimal = new Decimal();
    private final JsonCursor cursor = new JsonCursor();
    private long receiveTime;
    private int frameOffset;
    private int frameLength;

    /** Takes a line apart. */
    Found parse(final byte[] bytes, final int start, final int end) {
        if (start == end) {
            return Found.NO_FRAME;
        }
        if (bytes[start] == '{' || bytes[start] == '[') {
            return parseFrameAlone(bytes, start, end);
        }
        if (bytes[start] < '0' || bytes[start] > '9') {
            return isTalk(bytes, start, end) ? Found.NO_FRAME : Found.BROKEN;
        }
        final int behind = parseTime(bytes, start, end);
        if (behind < 0) {
            return Found.BROKEN;
        }
        frameOffset = behind;
        frameLength = end - behind;
        return frameLength > 0 && isFrame(bytes[behind]) ? Found.FRAME : Found.BROKEN;
    }

    private static boolean isFrame(final byte first) {
        return first == '{' || first == '[' || first == '"';
    }

    /** Gives the index of the frame, or -1. */
    private int parseTime(final byte[] bytes, final int start, final int end) {
        if (start + YEAR_DIGITS < end && bytes[start + YEAR_DIGITS] == '-') {
            return parseDate(bytes, start, end);
        }
        final int behind = decimal.read(bytes, start, end);
        if (behind < 0 || behind + 1 >= end) {
            return -1;
        }
        if (bytes[behind] == ' ' && decimal.scale() == 0) {
            receiveTime = decimal.mantissa();
            return behind + 1;
        }
        if (bytes[behind] == ':'
                && bytes[behind + 1] == ' '
                && decimal.scale() <= NANO_DIGITS
                && Scales.fits(decimal.mantissa(), decimal.scale(), NANO_DIGITS)) {
            receiveTime = Scales.shift(decimal.mantissa(), decimal.scale(), NANO_DIGITS);
            return behind + 2;
        }
        return -1;
    }

    private int parseDate(final byte[] bytes, final int start, final int end) {
        int space = start;
        while (space < end && bytes[space] != ' ') {
            space++;
        }
        receiveTime = EpochTime.ofRfc3339(bytes, start, space - start);
        return receiveTime == EpochTime.NONE ? -1 : space + 1;
    }

    /** What recorders note beside frames: what they sent and asked for. */
    private static boolean isTalk(final byte[] bytes, final int start, final int end) {
        final long word = Words.first(Words.at(bytes, start), end - start);
        return Words.first(word, 6) == WSS || Words.first(word, 5) == WS || word == HTTPS || word == CONFIGURATION;
    }

    /** A frame in a wrapper that has the time, or alone; a frame without any time has that of the line before. */
    private Found parseFrameAlone(final byte[] bytes, final int start, final int end) {
        frameOffset = start;
        frameLength = end - start;
        if (bytes[start] == '[') {
            return Found.FRAME;
        }
        cursor.begin(bytes, start, end - start);
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(RX_NS, 5)) {
                if (cursor.whole(decimal)) {
                    receiveTime = decimal.mantissa();
                }
            } else if (cursor.isKey(DIR, 3) && cursor.isAt('"')) {
                if (cursor.text() && cursor.isText(TX, 2)) {
                    return Found.NO_FRAME;
                }
            } else if (cursor.isKey(FRAME, 5)) {
                frameOffset = cursor.place();
                cursor.skip();
                frameLength = cursor.place() - frameOffset;
            } else if (cursor.isKey(TS, 2) && frameOffset == start) {
                if (cursor.whole(decimal) && decimal.mantissa() <= Long.MAX_VALUE / NANOS_PER_MILLI) {
                    receiveTime = decimal.mantissa() * NANOS_PER_MILLI;
                }
            } else {
                cursor.skip();
            }
        }
        return cursor.ended() ? Found.FRAME : Found.BROKEN;
    }

    /** When the frame was received, epoch nanoseconds. */
    long receiveTime() {
        return receiveTime;
    }

    int frameOffset() {
        return frameOffset;
    }

    int frameLength() {
        return frameLength;
    }
}
