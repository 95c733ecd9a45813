package io.millrace.engine.verify;

import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.compile.Tap;
import io.millrace.engine.stage.ItemObserver;
import java.util.ArrayList;
import java.util.List;

/** Hashes what passes the taps of one copy of a flow. */
final class HashedTaps implements StepObserver {
    private final Detail detail;
    private final List<TapHash> taps = new ArrayList<>();

    HashedTaps(final Detail detail) {
        this.detail = detail;
    }

    @Override
    public ItemObserver observe(final Tap tap) {
        if (!detail.wants(tap)) {
            return null;
        }
        final TapHash hash = new TapHash(tap, detail == Detail.SHOWN);
        taps.add(hash);
        return hash;
    }

    List<Mark> marks() {
        return taps.stream().map(TapHash::mark).toList();
    }

    void nextInterval() {
        taps.forEach(TapHash::nextInterval);
    }
}
