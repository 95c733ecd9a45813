package io.millrace.operators.join;

import io.millrace.engine.item.ItemType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * How the values that a join keeps become bytes: for each side their number, then each behind its length. Belongs to one
 * step of one copy of the flow, because all states of a step share the copies of items that nobody uses at the moment.
 */
record JoinStateType(Joiner joiner) implements ItemType<JoinState, JoinState> {

    @Override
    public String name() {
        return "join-state";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public JoinState create() {
        return joiner.create();
    }

    @Override
    public void clear(final JoinState state) {
        joiner.clear(state);
    }

    @Override
    public int encode(final JoinState state, final MutableDirectBuffer target, final int offset) {
        return joiner.encode(state, target, offset);
    }

    @Override
    public JoinState decode(final DirectBuffer source, final int offset, final int length, final JoinState reuse) {
        joiner.decode(source, offset, reuse);
        return reuse;
    }
}
