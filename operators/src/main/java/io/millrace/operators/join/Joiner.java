package io.millrace.operators.join;

import io.millrace.engine.stage.Receiver;
import io.millrace.operators.store.ItemSlots;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What a join does with the values of a key: keeps them, says whether their rows count, and gives the rows. A record, so
 * that the compiler may trust its fields.
 *
 * <p>Thread: the stage's. Allocation: only for more values than ever before. Deterministic: yes.
 *
 * @param mode  what is kept, and which rows count
 * @param slots copies of the sides' items
 * @param row   shows one row after another
 * @param at    which value of each side the row shows
 * @param next  takes the rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Joiner(JoinMode mode, ItemSlots<Object>[] slots, JoinRow row, int[] at, Receiver<JoinRow> next) {

    static Joiner of(final JoinMode mode, final JoinRowCodec codec, final Receiver<JoinRow> next) {
        final int sides = codec.sides();
        @SuppressWarnings({"unchecked", "rawtypes"}) // each side's slots get items of its own codec only
        final ItemSlots<Object>[] slots = new ItemSlots[sides];
        for (int side = 0; side < sides; side++) {
            slots[side] = new ItemSlots<>(codec.side(side));
        }
        return new Joiner(mode, slots, new JoinRow(sides), new int[sides], next);
    }

    /** A key, or a window of it, without values. */
    JoinState create() {
        return new JoinState(slots.length);
    }

    /** Keeps a copy of an item, if the mode wants it. */
    void insert(final JoinState state, final int side, final Object item) {
        final ItemSlots<Object> ofSide = slots[side];
        if (state.size(side) == 0 || mode.insert() == JoinMode.Insert.PRODUCT) {
            state.add(side, ofSide.keep(item));
        } else if (mode.insert() == JoinMode.Insert.LAST) {
            ofSide.replace(state.slot(side, 0), item);
        }
    }

    /** Gives the rows of a state that has changed, unless that is for the end. */
    void emitIfDue(final long key, final JoinState state) {
        if (mode.emit() == JoinMode.Emit.FINAL || !counts(state)) {
            return;
        }
        emit(key, state);
        if (mode.emit() == JoinMode.Emit.COMPLETE) {
            clear(state);
        }
    }

    /** The end of input, or of the window: gives the rows if they were held back for it. */
    void end(final long key, final JoinState state) {
        if (mode.emit() == JoinMode.Emit.FINAL && counts(state)) {
            emit(key, state);
        }
    }

    /**
     * Two states become one.
     *
     * @param earlier gets all values; its own are the earlier ones
     * @param later   is empty afterwards
     */
    void merge(final JoinState earlier, final JoinState later) {
        for (int side = 0; side < slots.length; side++) {
            mergeSide(earlier, later, side);
        }
    }

    private void mergeSide(final JoinState earlier, final JoinState later, final int side) {
        if (later.size(side) == 0) {
            return;
        }
        if (earlier.size(side) > 0 && mode.insert() == JoinMode.Insert.FIRST) {
            clear(later, side);
            return;
        }
        if (mode.insert() == JoinMode.Insert.LAST) {
            clear(earlier, side);
        }
        for (int i = 0; i < later.size(side); i++) {
            earlier.add(side, later.slot(side, i));
        }
        later.clear(side);
    }

    /** Whether the rows of a state count; all lack the same sides. */
    private boolean counts(final JoinState state) {
        return switch (mode.countedRows()) {
            case INNER -> state.present() == slots.length;
            case LEFT -> state.size(0) > 0;
            case RIGHT -> state.size(slots.length - 1) > 0;
            default -> state.present() > 0;
        };
    }

    /** Gives all rows; the last side goes through its values fastest. */
    private void emit(final long key, final JoinState state) {
        for (int side = 0; side < slots.length; side++) {
            show(state, side, 0);
        }
        int moved;
        do {
            next.onItem(key, row);
            moved = slots.length - 1;
            while (moved >= 0 && !show(state, moved, at[moved] + 1)) {
                show(state, moved, 0);
                moved--;
            }
        } while (moved >= 0);
        row.clear();
    }

    /** Makes the row show a value of a side; says whether there is such a one. */
    private boolean show(final JoinState state, final int side, final int index) {
        at[side] = index;
        final boolean has = index < state.size(side);
        row.set(side, has ? state.slot(side, index).item() : null);
        return has;
    }

    /** Forgets all values. */
    void clear(final JoinState state) {
        for (int side = 0; side < slots.length; side++) {
            clear(state, side);
        }
    }

    private void clear(final JoinState state, final int side) {
        for (int i = 0; i < state.size(side); i++) {
            slots[side].release(state.slot(side, i));
        }
        state.clear(side);
    }

    int encode(final JoinState state, final MutableDirectBuffer target, final int offset) {
        int at = offset;
        for (int side = 0; side < slots.length; side++) {
            target.putInt(at, state.size(side), ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
            for (int i = 0; i < state.size(side); i++) {
                final Object item = state.slot(side, i).item();
                final int length = slots[side].codec().encode(item, target, at + Integer.BYTES);
                target.putInt(at, length, ByteOrder.LITTLE_ENDIAN);
                at += Integer.BYTES + length;
            }
        }
        return at - offset;
    }

    void decode(final DirectBuffer source, final int offset, final JoinState state) {
        clear(state);
        int at = offset;
        for (int side = 0; side < slots.length; side++) {
            int left = source.getInt(at, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
            for (; left > 0; left--) {
                final int length = source.getInt(at, ByteOrder.LITTLE_ENDIAN);
                state.add(side, slots[side].decode(source, at + Integer.BYTES, length));
                at += Integer.BYTES + length;
            }
        }
    }
}
