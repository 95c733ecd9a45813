package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.Json;

/**
 * Reads messages that are spelled like one before: from value to value, and only looks at the text between. Sets the fields
 * as {@link MemberReader} would. Knows a few shapes, and learns that of each message that was of none of them.
 *
 * <pre>
 *   message ──▶ a shape that begins so? ──▶ all its text is there, and values of its kinds between? ──▶ fields
 *                       │ no                            │ no
 *                       └──────────▶ MemberReader ◀─────┘
 *                                         └──▶ draft, the shape of this message: takes the place of the one that failed,
 *                                              or a place of its own
 * </pre>
 *
 * <p>Thread: one. Allocation: only for new shapes. Deterministic: yes.
 */
final class ShapeReader {
    /** Instead of an index: the message has none of the shapes. */
    static final int OTHER = -1;

    private static final int MOST = 8;

    private final Decimal decimal = new Decimal();
    private final BinanceFields fields;
    private final MessageShape[] shapes = new MessageShape[MOST];
    private MessageShape draft = new MessageShape();
    private int count;
    private int oldest;
    private int tried;

    ShapeReader(final BinanceFields fields) {
        this.fields = fields;
    }

    /**
     * Reads a message.
     *
     * @param from behind its bracket
     * @return index behind it, or {@link #OTHER}, and the fields are to be cleared
     */
    int read(final byte[] bytes, final int from, final int end) {
        for (int i = 0; i < count; i++) {
            if (shapes[i].isAt(bytes, from)) {
                tried = i;
                return read(shapes[i], bytes, from + shapes[i].length(), end);
            }
        }
        tried = OTHER;
        return OTHER;
    }

    private int read(final MessageShape shape, final byte[] bytes, final int from, final int end) {
        int at = from;
        ShapeSlot slot = shape.first();
        for (int left = shape.count(); left > 0; left--) {
            if (at >= end) {
                return OTHER;
            }
            final int behind = slot.isNumber() ? readNumber(slot, bytes, at, end) : readOther(slot, bytes, at, end);
            if (behind < 0) {
                return OTHER;
            }
            at = behind + slot.length();
            slot = slot.next();
        }
        fields.masks(shape.masks());
        return at <= end ? at : OTHER;
    }

    private int readNumber(final ShapeSlot slot, final byte[] bytes, final int at, final int end) {
        int behind = slot.read(bytes, at);
        if (behind < 0) {
            behind = readUnexpected(slot, bytes, at, end);
        }
        fields.value(slot.letter(), slot.mantissa(), slot.scale());
        return behind;
    }

    private int readUnexpected(final ShapeSlot slot, final byte[] bytes, final int at, final int end) {
        final int behind = slot.kind() == ShapeSlot.Kind.QUOTED
                ? decimal.readQuoted(bytes, at, end) - 1
                : decimal.readWhole(bytes, at, end);
        if (behind < 0 || behind >= end || !slot.isAt(bytes, behind)) {
            return OTHER;
        }
        slot.expect(decimal, behind - at);
        return behind;
    }

    private int readOther(final ShapeSlot slot, final byte[] bytes, final int at, final int end) {
        final int behind = switch (slot.kind()) {
            case SYMBOL -> Json.plainText(bytes, at, end);
            case TRUTH -> Json.truth(bytes, at);
            default -> bytes[at] == '[' ? fields.side(slot.letter()).read(bytes, at, end) : OTHER;
        };
        if (behind < 0 || behind >= end || !slot.isAt(bytes, behind)) {
            return OTHER;
        }
        if (slot.kind() == ShapeSlot.Kind.SYMBOL) {
            fields.text(slot.letter(), bytes, at, behind - at);
        } else if (slot.kind() == ShapeSlot.Kind.TRUTH) {
            fields.value(slot.letter(), bytes[at] == 't');
        }
        return behind;
    }

    /** Is told the values of a message that is read member by member. */
    MessageShape draft() {
        return draft;
    }

    /** A message that was not read by its shape begins. */
    void begin(final int at) {
        draft.begin(at);
    }

    /** The message was read, and ends here; its shape is known from now on. */
    void end(final byte[] bytes, final int behind) {
        if (behind > 0 && fields.haveShape() && draft.end(bytes, behind)) {
            draft.masks().copy(fields.masks());
            final int place = tried == OTHER ? free() : tried;
            final MessageShape replaced = shapes[place];
            shapes[place] = draft;
            draft = replaced;
        }
        draft.drop();
    }

    private int free() {
        if (count < MOST) {
            shapes[count] = new MessageShape();
            return count++;
        }
        oldest = (oldest + 1) % MOST;
        return oldest;
    }
}
