package io.millrace.feed.net;

import java.util.List;

/**
 * Adds up what a venue confirms of what it was asked for. A venue that confirms nothing has confirmed all with its first
 * frame.
 *
 * <p>Thread: the network thread. Allocation: none. Deterministic: yes.
 */
final class Confirmations {
    private final int expected;
    private int come;

    Confirmations(final List<Subscription> subscriptions) {
        expected = subscriptions.stream().mapToInt(Subscription::confirmations).sum();
    }

    void came(final int count) {
        come += count;
    }

    boolean areComplete() {
        return come >= expected;
    }

    int expected() {
        return expected;
    }

    int missing() {
        return Math.max(0, expected - come);
    }
}
