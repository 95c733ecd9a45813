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
public final class JsonCursor {
    private static final int TRUE = (int) Words.of("true");
    private static final int FALS = (int) Words.of("fals");
    private static final int NULL = (int) Words.of("null");

    private byte[] bytes;
    private int at;
    private int end;
    private boolean broken;
    private boolean fresh;
    private long key;
    private int keyAt;
    private int keyLength;
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
        bytes = frame;
        end = offset + length;
        broken = false;
        fresh = false;
        fault = FrameFault.NONE;
        at = Json.space(bytes, offset, end);
    }

    /** Whether a value begins here that can't be told from others but by this character: one of <code>{["tfn</code>. */
    public boolean isAt(final char first) {
        return at < end && bytes[at] == first;
    }

    /** Index of the value that is next; {@link #goTo} comes back to it. */
    public int place() {
        return at;
    }

    /** Goes to a value that {@link #place} told, of the same frame. */
    public void goTo(final int place) {
        at = place;
        fresh = false;
    }

    /** Steps into an object; gives whether there is one. */
    public boolean enterObject() {
        return enter('{');
    }

    /** Steps into an array; gives whether there is one. */
    public boolean enterArray() {
        return enter('[');
    }

    private boolean enter(final char bracket) {
        if (broken || at >= end || bytes[at] != bracket) {
            broken = true;
            return false;
        }
        at = Json.space(bytes, at + 1, end);
        fresh = true;
        return true;
    }

    /** Goes to the next member of an object: to its value. False behind the last one, and the object is left. */
    public boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        if (at >= end || bytes[at] != '"') {
            return fail();
        }
        keyAt = at + 1;
        final int closing = Json.plainText(bytes, keyAt, end);
        int behind;
        if (closing == Json.BROKEN) {
            behind = Json.string(bytes, keyAt, end);
            key = 0;
            keyLength = 0;
        } else {
            behind = closing + 1;
            keyLength = closing - keyAt;
            key = Words.first(Words.at(bytes, keyAt), keyLength);
        }
        if (behind < 0) {
            return fail();
        }
        behind = Json.space(bytes, behind, end);
        if (behind >= end || bytes[behind] != ':') {
            return fail();
        }
        at = Json.space(bytes, behind + 1, end);
        return at < end || fail();
    }

    /** Goes to the next element of an array. False behind the last one, and the array is left. */
    public boolean nextElement() {
        return next(']') && (at < end || fail());
    }

    private boolean next(final char closing) {
        if (broken) {
            return false;
        }
        at = Json.space(bytes, at, end);
        if (at >= end) {
            return fail();
        }
        final byte here = bytes[at];
        if (here == closing) {
            at++;
            fresh = false;
            return false;
        }
        if (fresh) {
            fresh = false;
            return true;
        }
        if (here != ',') {
            return fail();
        }
        at = Json.space(bytes, at + 1, end);
        return true;
    }

    private boolean fail() {
        broken = true;
        return false;
    }

    /** The member's key: its first eight bytes, as {@link Words#of} gives them. */
    public long key() {
        return key;
    }

    /** Bytes of the member's key; 0 if it has an escape. */
    public int keyLength() {
        return keyLength;
    }

    /** Whether this is the member's key; of a longer one only the first eight bytes and the length are compared. */
    public boolean isKey(final long firstEight, final int length) {
        return key == firstEight && keyLength == length;
    }

    /** Where the member's key begins, for keys that differ only behind their eighth byte. */
    public int keyAt() {
        return keyAt;
    }

    /** Steps over the value. */
    public void skip() {
        if (!broken) {
            moveTo(Json.value(bytes, at, end));
        }
    }

    private void moveTo(final int next) {
        if (next < 0) {
            broken = true;
        } else {
            at = next;
        }
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
        final int letters = Words.halfAt(bytes, at);
        if (letters == TRUE) {
            at += Integer.BYTES;
            return true;
        }
        if (letters == FALS && bytes[at + Integer.BYTES] == 'e') {
            at += Integer.BYTES + 1;
            return false;
        }
        misfit(FrameFault.MISSING_FIELD);
        return false;
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

    /** Whether the walk was broken off: this is no JSON. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether the frame has been read to its end and was JSON as far as it was looked at. */
    public boolean ended() {
        return !broken && Json.space(bytes, at, end) == end;
    }
}
