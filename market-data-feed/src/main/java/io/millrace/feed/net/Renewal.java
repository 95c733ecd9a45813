package io.millrace.feed.net;

import java.util.concurrent.TimeUnit;

/**
 * How a session is replaced while it goes on: the next one is made, subscribes, and both run for a while, so that nothing
 * is missing between them. An attempt that fails is made again, for as long as the old one lives.
 *
 * <pre>
 *   current ───────────────────────────────────▶ closed
 *        begin ──wait──▶ next ──ready──▶ overlap ──▶ is the current one
 *                  ▲       │ lost
 *                  └───────┘
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each session. Deterministic: no.
 */
final class Renewal {
    private final Connection connection;
    private final Dialer dialer;
    private final Backoff backoff;
    private Session next;
    private boolean underWay;

    Renewal(final Connection connection, final Dialer dialer, final Backoff backoff) {
        this.connection = connection;
        this.dialer = dialer;
        this.backoff = backoff;
    }

    /** Begins; one that has not held for long is not replaced at once. */
    void begin(final Session current, final String why) {
        if (underWay) {
            return;
        }
        underWay = true;
        final long delay = current.age() > dialer.config().longestDelay().toNanos() ? 0 : backoff.nextDelay();
        dialer.context()
                .report(connection + " is to be replaced in " + TimeUnit.NANOSECONDS.toMillis(delay) + " ms: " + why);
        attempt(current, delay);
    }

    private void attempt(final Session current, final long delay) {
        dialer.after(delay, () -> {
            if (underWay && next == null && current.isOpen()) {
                current.retiring(true);
                next = connection.begin();
            }
        });
    }

    /** A session is ready: if it is the next one, it takes over before long. */
    void ready(final Session session) {
        if (session == next) {
            final long longest = dialer.config().snapshotWithin().toNanos();
            overlap(session, dialer.nanoTime() + longest);
        }
    }

    /** Books without ids go over with their snapshots, for which a while is waited. */
    private void overlap(final Session session, final long until) {
        dialer.after(dialer.config().overlap().toNanos(), () -> {
            if (session == next && session.isOpen()) {
                if (connection.isNeeded() && dialer.nanoTime() - until < 0) {
                    overlap(session, until);
                } else {
                    connection.replaceBy(end());
                }
            }
        });
    }

    /** The next session is gone, or never came to be. */
    void lost(final Session current, final Trouble why) {
        next = null;
        current.retiring(false);
        final long delay = backoff.nextDelay();
        dialer.context()
                .report(connection + ": the one that was to take its place failed (" + why + "); next attempt in "
                        + TimeUnit.NANOSECONDS.toMillis(delay) + " ms");
        attempt(current, delay);
    }

    /** Ends, with the next session, if there is one. */
    Session end() {
        final Session session = next;
        next = null;
        underWay = false;
        return session;
    }

    /** The session that is to take the current one's place, or null. */
    Session next() {
        return next;
    }
}
