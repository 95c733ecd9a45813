package io.millrace.operators.join;

import io.millrace.operators.store.ItemSlot;
import java.util.Arrays;

/**
 * The values that a join keeps of one key, or of one window of a key, by side.
 *
 * <p>Thread: the stage's. Allocation: only for more values than ever before. Deterministic: yes.
 */
public final class JoinState {
    private static final int FEW = 1;

    /** Number of sides that have a value. */
    private int present;

    private final int[] sizes;
    private final Object[][] slots;

    JoinState(final int sides) {
        this.sizes = new int[sides];
        this.slots = new Object[sides][FEW];
    }

    /** Number of sides that have a value. */
    int present() {
        return present;
    }

    /** Number of values of a side. */
    int size(final int side) {
        return sizes[side];
    }

    /** A value of a side, by the order in which they came. */
    @SuppressWarnings("unchecked") // only add() writes to it
    ItemSlot<Object> slot(final int side, final int index) {
        return (ItemSlot<Object>) slots[side][index];
    }

    /** Adds a value to a side. */
    void add(final int side, final ItemSlot<Object> slot) {
        final int size = sizes[side];
        if (size == slots[side].length) {
            slots[side] = Arrays.copyOf(slots[side], size * 2);
        }
        slots[side][size] = slot;
        sizes[side] = size + 1;
        if (size == 0) {
            present++;
        }
    }

    /** Forgets the values of a side, whoever has them now. */
    void clear(final int side) {
        if (sizes[side] > 0) {
            Arrays.fill(slots[side], 0, sizes[side], null);
            sizes[side] = 0;
            present--;
        }
    }
}
