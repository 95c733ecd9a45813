package io.millrace.feed.decode;

/**
 * Goes from member to member and from element to element of the JSON text of a frame.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public abstract class JsonWalk {
    /** Holds the frame. */
    byte[] bytes;

    /** Index of the value that is next. */
    int at;

    /** Behind the frame. */
    int end;

    /** Whether the walk was broken off. */
    boolean broken;

    private boolean fresh;
    private long key;
    private int keyAt;
    private int keyLength;

    JsonWalk() {}

    final void start(final byte[] frame, final int offset, final int length) {
        bytes = frame;
        end = offset + length;
        broken = false;
        fresh = false;
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

    final void moveTo(final int next) {
        if (next < 0) {
            broken = true;
        } else {
            at = next;
        }
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
