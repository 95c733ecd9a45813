package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;
import io.millrace.engine.stage.ItemObserver;

/**
 * Counts and hashes what passes one place.
 *
 * <p>Thread: the stage's. Allocation: texts, if they are wanted. Deterministic: yes.
 */
final class TapHash implements ItemObserver {
    private static final int MOST_SHOWN = 20;

    private final Tap tap;
    private final boolean shows;
    private final ItemHash hashes = new ItemHash();
    private final ItemText texts = new ItemText();
    private final StringBuilder shown = new StringBuilder();
    private int showing;
    private long count;
    private long hash;
    private long sum;

    /** @param shows whether items are kept as text until {@link #nextInterval} */
    TapHash(final Tap tap, final boolean shows) {
        this.tap = tap;
        this.shows = shows;
    }

    @Override
    public void onItem(final long key, final Object item) {
        final long one = hashes.of(tap, key, item);
        hash = ItemHash.mix(hash, one);
        sum += one;
        count++;
        if (shows && showing++ < MOST_SHOWN) {
            shown.append(shown.isEmpty() ? "" : ", ").append(texts.of(tap, item));
        }
    }

    /** Forgets what was shown so far. */
    void nextInterval() {
        shown.setLength(0);
        showing = 0;
    }

    Mark mark() {
        final String text =
                showing > MOST_SHOWN ? shown + ", and " + (showing - MOST_SHOWN) + " more" : shown.toString();
        return new Mark(
                tap.step().place(),
                tap.step().id(),
                tap.kind() == Tap.Kind.OUT ? Mark.Port.OUT : Mark.Port.IN,
                tap.kind() == Tap.Kind.ANSWER ? -1 : tap.index(),
                tap.name(),
                count,
                hash,
                sum,
                shows && text.isEmpty() ? "nothing" : text);
    }
}
