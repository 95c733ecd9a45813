package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.ExpectedText;

/**
 * How a message is spelled: the values that may be others in the next message, and the text between them, which is the same.
 *
 * <pre>
 *   "e":"trade","E":1723161256322,"T":1723161256322,"s":"BTCUSDT","t":5266583935,"p":"61800.30", ...  "m":false}
 *   └── opening ───┘└─ whole E ─┘└──┘└─ whole T ─┘└────┘└symbol┘                                          truth m
 * </pre>
 *
 * Is made up while a message is read member by member. What can't be told by its text alone has no shape: objects in
 * objects, and messages that are none of a market stream.
 *
 * <p>Thread: one. Allocation: only for more values than ever before. Deterministic: yes.
 */
final class MessageShape extends ExpectedText {
    private static final int MOST = 24;

    private final ShapeSlot first = new ShapeSlot();
    private final FieldMasks masks = new FieldMasks();
    private ShapeSlot last = first;
    private int count;
    private int known;
    private boolean sound;

    /** Begins with the message at an index. */
    void begin(final int at) {
        count = 0;
        known = at;
        sound = true;
    }

    /** The message has none. */
    void drop() {
        sound = false;
    }

    /** The message has a value from an index to another one, without quotes. */
    void add(final ShapeSlot.Kind kind, final int letter, final byte[] bytes, final int at, final int behind) {
        if (sound && count < MOST && expectUntil(bytes, at)) {
            last = count == 0 ? first : last.follow();
            last.become(kind, letter);
            count++;
            known = behind;
        } else {
            sound = false;
        }
    }

    /** The message ends; gives whether it has a shape. */
    boolean end(final byte[] bytes, final int behind) {
        return sound && count > 0 && expectUntil(bytes, behind);
    }

    private boolean expectUntil(final byte[] bytes, final int at) {
        if (at <= known || at - known > LONGEST) {
            return false;
        }
        (count == 0 ? this : last).expect(bytes, known, at);
        return true;
    }

    ShapeSlot first() {
        return first;
    }

    /** How many values there are. */
    int count() {
        return count;
    }

    /** What the fields of the message are, but for its values. */
    FieldMasks masks() {
        return masks;
    }
}
