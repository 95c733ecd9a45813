package io.millrace.feed.decode;

/**
 * What a frame is about, as far as it has been read: what kind of message it is, of which instrument, which request it
 * answers. If the frame turns out to be malformed, this says what suffers from it.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FrameTopic {
    private byte[] bytes;
    private FrameKind kind = FrameKind.OTHER;
    private long requestId;
    private int symbolAt;
    private int symbolLength;
    private boolean several;
    private int place = KnownInstruments.ABSENT;

    /** Begins a frame. */
    void clear(final byte[] frame) {
        bytes = frame;
        kind = FrameKind.OTHER;
        requestId = -1;
        symbolAt = 0;
        symbolLength = 0;
        several = false;
        place = KnownInstruments.ABSENT;
    }

    /** The frame is about this. */
    public void about(final FrameKind what) {
        kind = what;
    }

    /** It is about the instrument whose symbol the cursor has read just now, and perhaps about those before. */
    public void symbol(final JsonCursor cursor) {
        symbol(cursor.textAt(), cursor.textLength());
    }

    /** It is about the instrument whose symbol stands here, and perhaps about those before. */
    public void symbol(final int at, final int length) {
        if (symbolLength > 0 && !isSymbol(at, length)) {
            several = true;
        }
        symbolAt = at;
        symbolLength = length;
    }

    private boolean isSymbol(final int at, final int length) {
        if (length != symbolLength) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != bytes[symbolAt + i]) {
                return false;
            }
        }
        return true;
    }

    /** It is about the instrument at a place among the known ones, however it may be spelled. */
    public void place(final int known) {
        place = known;
    }

    /** It answers this request. */
    public void answers(final long request) {
        requestId = request;
    }

    FrameKind kind() {
        return kind;
    }

    long requestId() {
        return requestId;
    }

    /** {@link KnownInstruments#ABSENT} if it was not told. */
    int place() {
        return place;
    }

    int symbolAt() {
        return symbolAt;
    }

    /** Bytes of the symbol; 0 if there is none, or more than one, so that none of them is forgotten. */
    int symbolLength() {
        return several ? 0 : symbolLength;
    }
}
