package io.millrace.feed.net;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import io.millrace.operators.market.sbe.ConnectionState;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * A connection to a venue, kept up for as long as the feed is open: a session, and after it the next one.
 *
 * <pre>
 *   open ──▶ session ──lost, silent──▶ wait ──▶ session ...
 *               │                                            refused with HTTP 4xx: the flow fails
 *               └─ too old, or the venue says that it will close it ──▶ Renewal: session
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each session. Deterministic: no.
 */
final class Connection {
    private static final int AGE_JITTER = 10;

    private final int number;
    private final Line line;
    private final ConnectionPlan plan;
    private final Dialer dialer;
    private final SourceContext context;
    private final Budget attempts;
    private final FeedMarks marks;
    private final Backoff backoff;
    private final Renewal renewal;
    private final AtomicCounter losses;
    private final AtomicCounter unconfirmed;
    private Session current;
    private boolean closed;

    /**
     * @param number   in marks and messages
     * @param line     makes its sessions, and is told what becomes of them
     * @param attempts how often may be connected
     */
    Connection(final int number, final Line line, final Dialer dialer, final Budget attempts, final FeedMarks marks) {
        this.number = number;
        this.line = line;
        this.plan = line.plan();
        this.dialer = dialer;
        this.context = dialer.context();
        this.attempts = attempts;
        this.marks = marks;
        final ConnectionConfig config = dialer.config();
        this.backoff = new Backoff(config.firstDelay(), config.longestDelay(), config.random());
        this.renewal = new Renewal(this, dialer, backoff);
        this.losses = context.counter("connection " + number + " lost");
        this.unconfirmed = context.counter("subscriptions that were not confirmed in time");
    }

    void open() {
        if (!closed) {
            current = begin();
        }
    }

    /** One more session, which connects as soon as the venue lets. */
    Session begin() {
        final Session session = line.newSession(this, number);
        dialer.after(attempts.spend(1, dialer.nanoTime()), () -> {
            if (!closed) {
                session.connect();
            }
        });
        return session;
    }

    /** The handshake of a session is done. */
    void connected(final Session session) {
        if (session == current) {
            marks.status(number, ConnectionState.CONNECTED);
        }
        final long oldest = plan.oldest().toNanos();
        if (oldest > 0) {
            final long jitter = dialer.config().random().nextLong(oldest / AGE_JITTER + 1);
            dialer.after(oldest - jitter, () -> renew(session, "it is as old as the venue lets connections become"));
        }
    }

    /** A session has all that it asked for. */
    void ready(final Session session) {
        renewal.ready(session);
        line.ready();
    }

    /** The venue says that it will close a session. */
    void announced(final Session session) {
        if (session == current) {
            marks.status(number, ConnectionState.ANNOUNCED);
            renew(session, "the venue announced that it would close it");
        }
    }

    /** Makes another session that takes the place of this one, which goes on until then. */
    void renew(final Session session, final String why) {
        if (!closed && session == current && session.isOpen()) {
            renewal.begin(session, why);
        }
    }

    /** Whether books come by the current session that no other one has. */
    boolean isNeeded() {
        return current.origin().gate().isNeeded();
    }

    /** Another session has taken the current one's place. */
    void replaceBy(final Session session) {
        final Session old = current;
        current = session;
        context.report(this + " has been replaced by a new one");
        old.close();
    }

    /** The venue answered the handshake of a session with something else than a change of protocol. */
    void refused(final Session session, final int status, final String phrase) {
        if (session == current && Http.isFinal(status)) {
            closed = true;
            context.fail(new ConnectorException("the venue refuses connections to " + plan.uri() + " with HTTP "
                    + status + " " + phrase + ": check the address, and whether it may be used from here"));
        }
    }

    /** The venue has not confirmed all that it was asked for. */
    void unconfirmed(final int missing, final int expected) {
        unconfirmed.getAndAddRelease(missing);
        context.report(this + ": the venue has not confirmed " + missing + " of " + expected
                + " subscriptions in time. Check the names of symbols and streams");
    }

    /** This code went wrong, not the connection. */
    void failed(final Throwable bug) {
        closed = true;
        context.fail(bug);
    }

    /** A session is gone, or never came to be. */
    void lost(final Session session) {
        line.gone(session);
        if (closed) {
            return;
        }
        if (session == renewal.next()) {
            renewal.lost(current, session.reason());
        } else if (session == current) {
            currentLost(session);
        }
    }

    private void currentLost(final Session session) {
        current = renewal.end();
        final boolean goesOn = current != null && current.isOpen();
        if (session.wasOpen()) {
            losses.incrementRelease();
            if (!goesOn) {
                marks.status(number, ConnectionState.DISCONNECTED);
            }
        }
        if (session.age() > dialer.config().longestDelay().toNanos()) {
            backoff.reset();
        }
        if (current == null) {
            final long delay = backoff.nextDelay();
            report(session, "next attempt in " + TimeUnit.NANOSECONDS.toMillis(delay) + " ms");
            dialer.after(delay, this::open);
        } else {
            report(session, "the one that was to take its place " + (goesOn ? "goes on" : "is on its way"));
        }
    }

    private void report(final Session session, final String what) {
        context.report(this + " is down (" + session.reason() + "); " + what);
    }

    void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "connection " + number + " to " + plan.uri();
    }
}
