package io.millrace.operators.join;

import java.util.Arrays;

/**
 * States without values that nobody uses at the moment.
 *
 * <p>Thread: the stage's. Allocation: only for more states in use than ever before. Deterministic: yes.
 */
final class JoinStates {
    private static final int FEW = 16;

    private final Joiner joiner;
    private JoinState[] unused = new JoinState[FEW];
    private int size;

    JoinStates(final Joiner joiner) {
        this.joiner = joiner;
    }

    JoinState take() {
        return size == 0 ? joiner.create() : unused[--size];
    }

    /** Takes back a state, which has no values. */
    void giveBack(final JoinState state) {
        if (size == unused.length) {
            unused = Arrays.copyOf(unused, size * 2);
        }
        unused[size++] = state;
    }
}
