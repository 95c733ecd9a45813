package io.millrace.engine.stage;

import io.millrace.engine.channel.Stamp;
import org.agrona.DirectBuffer;

/**
 * The keys of items that are dealt to parts one after another and have no keys of their own: what decides is the number
 * of the record that an item comes from; for items that come from a timer, its deadline.
 */
public final class RoundRobin extends KeySpace {
    private final Effect effect;

    public RoundRobin(final Effect effect) {
        this.effect = effect;
    }

    @Override
    public int hash(final long key) {
        final Stamp stamp = effect.stamp();
        return (int) (stamp.root() == Stamp.RECORD ? stamp.inputSeq() : stamp.time());
    }

    @Override
    public int compare(final long left, final long right) {
        return LongKeys.INSTANCE.compare(left, right);
    }

    @Override
    public int textLength(final long key) {
        return 0;
    }

    @Override
    public int textOffset(final long key) {
        return 0;
    }

    @Override
    public DirectBuffer text() {
        return LongKeys.INSTANCE.text();
    }

    @Override
    long ofCell(final DirectBuffer cell, final int offset) {
        return LongKeys.INSTANCE.ofCell(cell, offset);
    }

    @Override
    public String describe(final long key) {
        return LongKeys.INSTANCE.describe(key);
    }
}
