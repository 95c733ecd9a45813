package io.millrace.operators.window;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Arrays;

/**
 * An open window of one key, or a part of windows, and what it holds.
 *
 * <p>Thread: the stage's. Allocation: only for more merged sessions than ever before. Deterministic: yes.
 */
final class OpenWindow<S> implements Window {
    /** a time that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int FEW = 4;
    private static final long[] NONE = {};

    final S state;
    long id;
    long start;
    long end;

    /** Items that it got, where anyone counts them. */
    long items;

    /** Items since the last early result, where there are early results. */
    long added;

    /** Stage time at which an early result is due. */
    long earlyAt = NEVER;

    /** Stage time at which the last early result was due. */
    long lastEarlyAt = NEVER;

    private int mergedCount;
    private long[] merged = NONE;

    OpenWindow(final S state) {
        this.state = state;
    }

    OpenWindow<S> open(final long number, final long from, final long to) {
        id = number;
        start = from;
        end = to;
        items = 0;
        added = 0;
        earlyAt = NEVER;
        lastEarlyAt = NEVER;
        mergedCount = 0;
        return this;
    }

    /** Another window, and what that one has merged, becomes part of this one. */
    void takeIn(final OpenWindow<S> other) {
        start = Math.min(start, other.start);
        end = Math.max(end, other.end);
        items += other.items;
        added += other.added;
        earlyAt = Math.min(earlyAt, other.earlyAt);
        lastEarlyAt = Math.min(lastEarlyAt, other.lastEarlyAt);
        addMerged(other.id);
        for (int i = 0; i < other.mergedCount; i++) {
            addMerged(other.merged[i]);
        }
    }

    private void addMerged(final long other) {
        if (mergedCount == merged.length) {
            merged = Arrays.copyOf(merged, Math.max(FEW, mergedCount * 2));
        }
        merged[mergedCount++] = other;
    }

    /** Writes all but what it holds. */
    void write(final StateWriter out) {
        out.putLong(id).putLong(start).putLong(end).putLong(items).putLong(added);
        out.putLong(earlyAt).putLong(lastEarlyAt).putInt(mergedCount);
        for (int i = 0; i < mergedCount; i++) {
            out.putLong(merged[i]);
        }
    }

    void read(final StateReader in) {
        id = in.takeLong();
        start = in.takeLong();
        end = in.takeLong();
        items = in.takeLong();
        added = in.takeLong();
        earlyAt = in.takeLong();
        lastEarlyAt = in.takeLong();
        for (int left = in.takeInt(); left > 0; left--) {
            addMerged(in.takeLong());
        }
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public int mergedCount() {
        return mergedCount;
    }

    @Override
    public long mergedId(final int index) {
        if (index < 0 || index >= mergedCount) {
            throw outside(index);
        }
        return merged[index];
    }

    private IndexOutOfBoundsException outside(final int index) {
        return new IndexOutOfBoundsException("merged window " + index + " of " + mergedCount);
    }

    @Override
    public String toString() {
        return "window " + id + " from " + start + " to " + end;
    }
}
