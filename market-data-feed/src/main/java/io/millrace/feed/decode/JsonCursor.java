package io.millrace.feed.decode;

/**
 * Walks through the JSON text of one frame, member by member, in whatever order they come. What nobody asks for is stepped
 * over. Nothing is thrown: the first thing that can't be JSON ends the walk, and {@link #ended} says so.
 *
 * <pre>{@code
 *   cursor.begin(bytes, offset, length);
 *   if (cursor.enterObject()) {
 *       while (cursor.nextMember()) {
 *           if (cursor.isKey(PRICE, 5)) {
 *               cursor.number(price);
 *           } else {
 *               cursor.skip();
 *           }
 *       }
 *   }
 *   if (!cursor.ended()) { malformed }
 * }</pre>
 *
 * Each member and each element is to be read or skipped, once. A number that is none, or too large, is stepped over and
 * kept in mind as {@link #fault}: whether it matters depends on the message, which may say later what it is.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes. Format: RFC 8259; a key with an escape in it equals no key.
 */
public final class JsonCursor extends JsonWalk {
    private static final int NULL = (int) Words.of("null");

    private int textAt;
    private int textLength;
    private FrameFault fault = FrameFault.NONE;

    /**
     * Begins a frame.
     *
     * @param frame  holds it, and at least {@link FrameDecoder#SLACK} bytes behind it
     * @param offset its first byte
     * @param length its bytes
     */
    public void begin(final byte[] frame, final int offset, final int length) {
        fault = FrameFault.NONE;
        textLength = 0;
        start(frame, offset, length);
    }

    /**
     * Reads a number, in quotes or not.
     *
     * @return whether it is one that 63 bits hold; otherwise it was stepped over
     */
    public boolean number(final Decimal decimal) {
        if (broken) {
            return false;
        }
        final int next = bytes[at] == '"' ? decimal.readQuoted(bytes, at + 1, end) : decimal.read(bytes, at, end);
        if (next < 0) {
            misfit(next == Decimal.TOO_LARGE ? FrameFault.TOO_LARGE : FrameFault.BAD_NUMBER);
            return false;
        }
        at = next;
        return true;
    }

    /**
     * Reads a number without a point, in quotes or not: an id, a time.
     *
     * @return whether it is one that 63 bits hold; otherwise it was stepped over
     */
    public boolean whole(final Decimal decimal) {
        if (!number(decimal)) {
            return false;
        }
        if (decimal.scale() != 0) {
            keep(FrameFault.BAD_NUMBER);
            return false;
        }
        return true;
    }

    private void misfit(final FrameFault reason) {
        keep(reason);
        skip();
    }

    /** Keeps in mind that a value is not what it must be; the first one counts. */
    public void keep(final FrameFault reason) {
        if (fault == FrameFault.NONE) {
            fault = reason;
        }
    }

    /** Whether the value is a text without characters: what does not apply is often sent so. */
    public boolean isEmptyText() {
        return isAt('"') && bytes[at + 1] == '"';
    }

    /** Reads a text: {@link #textAt}, {@link #textLength}. False if this is none, and it is stepped over. */
    public boolean text() {
        textLength = 0;
        if (broken) {
            return false;
        }
        if (bytes[at] != '"') {
            skip();
            return false;
        }
        textAt = at + 1;
        final int behind = Json.string(bytes, textAt, end);
        moveTo(behind);
        if (behind > 0) {
            textLength = behind - 1 - textAt;
        }
        return !broken;
    }

    /**
     * Reads a time such as {@code 2026-08-16T23:37:04.190019Z}.
     *
     * @return epoch nanoseconds, or {@link EpochTime#NONE} if it is none, which is kept in mind as a fault
     */
    public long rfc3339() {
        if (!text()) {
            keep(FrameFault.BAD_TIME);
            return EpochTime.NONE;
        }
        return sound(EpochTime.ofRfc3339(bytes, textAt, textLength));
    }

    /**
     * Reads a time in milliseconds, in quotes or not.
     *
     * @param decimal takes the number
     * @return epoch nanoseconds, or {@link EpochTime#NONE} if it is none, which is kept in mind as a fault
     */
    public long millis(final Decimal decimal) {
        return whole(decimal) ? sound(EpochTime.ofMillisOrMicros(decimal.mantissa())) : EpochTime.NONE;
    }

    private long sound(final long time) {
        if (time == EpochTime.NONE) {
            keep(FrameFault.BAD_TIME);
        }
        return time;
    }

    /** Holds the frame; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the last text begins, behind its quote. */
    public int textAt() {
        return textAt;
    }

    /** Bytes of the last text, with escapes as they stand; 0 if it was none. */
    public int textLength() {
        return textLength;
    }

    /** The first eight bytes of the last text, as {@link Words#of} gives them. */
    public long textWord() {
        return Words.first(Words.at(bytes, textAt), textLength);
    }

    /** Whether this is the last text; of a longer one only the first eight bytes and the length are compared. */
    public boolean isText(final long firstEight, final int length) {
        return textLength == length && textWord() == firstEight;
    }

    /**
     * Reads true or false.
     *
     * @return whether it is one of them, and {@code true}; anything else is kept in mind as a fault
     */
    public boolean truth() {
        if (broken) {
            return false;
        }
        final int behind = Json.truth(bytes, at);
        if (behind == Json.BROKEN) {
            misfit(FrameFault.MISSING_FIELD);
            return false;
        }
        final boolean value = bytes[at] == 't';
        at = behind;
        return value;
    }

    /** Whether the value is {@code null}; it is to be skipped then, as others. */
    public boolean isNull() {
        return !broken && at + Integer.BYTES <= end && Words.halfAt(bytes, at) == NULL;
    }

    /** Reads one side of a book, as {@link Levels#read} expects it; levels that are none are kept in mind as a fault. */
    public boolean levels(final Levels side) {
        if (broken) {
            return false;
        }
        if (bytes[at] != '[') {
            misfit(FrameFault.MISSING_FIELD);
            return false;
        }
        final int next = side.read(bytes, at, end);
        if (next == Json.BROKEN) {
            misfit(side.fault());
            return false;
        }
        at = next;
        return true;
    }

    /** What is wrong with a value that was asked for, or NONE. */
    public FrameFault fault() {
        return fault;
    }
}
