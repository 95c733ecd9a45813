package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.ExpectedNumber;

/**
 * A value of a message whose shape is known, and the text from behind it to the next one.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class ShapeSlot extends ExpectedNumber {
    /** What stands there. Texts that tell messages apart are none of these: they belong to the text between. */
    enum Kind {
        /** A number in quotes. */
        QUOTED,
        /** A number without quotes, point and sign. */
        WHOLE,
        TRUTH,
        SYMBOL,
        LEVELS
    }

    private Kind kind = Kind.QUOTED;
    private boolean number;
    private int letter;
    private ShapeSlot next;

    /** Is now for a value of this kind of the field with this letter; the last one. */
    void become(final Kind what, final int field) {
        kind = what;
        number = what == Kind.QUOTED || what == Kind.WHOLE;
        letter = field;
        forget();
    }

    Kind kind() {
        return kind;
    }

    boolean isNumber() {
        return number;
    }

    int letter() {
        return letter;
    }

    /** The next slot of the message; not to be asked for behind the last one. */
    ShapeSlot next() {
        return next;
    }

    /** Puts a slot behind this one; one that was there before is used again. */
    ShapeSlot follow() {
        if (next == null) {
            next = new ShapeSlot();
        }
        return next;
    }
}
