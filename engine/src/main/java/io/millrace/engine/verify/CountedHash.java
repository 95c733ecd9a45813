package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;
import io.millrace.engine.stage.ItemObserver;
import java.util.List;

/**
 * Hashes what passes one place of a flow with threads, and compares it with what a flow without had there whenever as many
 * items had passed.
 *
 * <p>Thread: the stage's; asked when the flow is over. Allocation: texts. Deterministic: yes.
 */
final class CountedHash implements ItemObserver {
    private final Tap tap;
    private final ItemHash hashes = new ItemHash();
    private final List<Mark> expected;
    private int next;
    private int firstDifferent = -1;
    private long count;
    private long hash;
    private long sum;

    /** @param expected what the place has at each checkpoint */
    CountedHash(final Tap tap, final List<Mark> expected) {
        this.tap = tap;
        this.expected = expected;
        compare();
    }

    @Override
    public void onItem(final long key, final Object item) {
        final long one = hashes.of(tap, key, item);
        hash = ItemHash.mix(hash, one);
        sum += one;
        count++;
        compare();
    }

    private void compare() {
        while (next < expected.size() && expected.get(next).count() == count) {
            if (expected.get(next).hash() != hash && firstDifferent < 0) {
                firstDifferent = next;
            }
            next++;
        }
    }

    Tap tap() {
        return tap;
    }

    long count() {
        return count;
    }

    long sum() {
        return sum;
    }

    /** Index of the first checkpoint behind which it is known that something else passed; -1 if there is none. */
    int firstDifferent() {
        if (firstDifferent >= 0 || expected.isEmpty()) {
            return firstDifferent;
        }
        final int last = expected.size() - 1;
        return next < expected.size() ? next : count > expected.get(last).count() ? last : -1;
    }
}
