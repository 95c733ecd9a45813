package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;
import io.millrace.engine.stage.ItemObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Keeps what passes one place, from a number of items on.
 *
 * <p>Thread: the stage's; asked when the flow is over. Allocation: yes. Deterministic: yes.
 */
final class Window implements ItemObserver {
    private final Tap tap;
    private final LongSupplier seq;
    private final ItemHash hashes = new ItemHash();
    private final ItemText texts = new ItemText();
    private final List<Passed> passed = new ArrayList<>();
    private long first;
    private long count;

    /**
     * An item that has passed.
     *
     * @param seq the record that it came of
     */
    record Passed(long seq, long hash, String text) {}

    /**
     * Watches a place.
     *
     * @param first first item that is kept
     * @param seq   tells which record is worked on
     */
    Window(final Tap tap, final long first, final LongSupplier seq) {
        this.tap = tap;
        this.first = first;
        this.seq = seq;
    }

    @Override
    public void onItem(final long key, final Object item) {
        if (count++ >= first) {
            passed.add(new Passed(seq.getAsLong(), hashes.of(tap, key, item), texts.of(tap, item)));
        }
    }

    /** From now on everything is kept. */
    void open() {
        first = count;
    }

    long first() {
        return first;
    }

    Tap tap() {
        return tap;
    }

    /** Index of the first item that is not the same in another window, or -1. */
    int firstDifferent(final Window other) {
        final int common = Math.min(passed.size(), other.passed.size());
        for (int i = 0; i < common; i++) {
            if (passed.get(i).hash() != other.passed.get(i).hash()) {
                return i;
            }
        }
        return passed.size() == other.passed.size() ? -1 : common;
    }

    String text(final int index) {
        return index < passed.size() ? passed.get(index).text() : "nothing more";
    }

    /** Record that an item came of; of the last one if there are no more. */
    long seq(final int index) {
        return passed.isEmpty()
                ? -1
                : passed.get(Math.min(index, passed.size() - 1)).seq();
    }
}
