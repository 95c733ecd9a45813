package io.millrace.feed.net;

import io.millrace.operators.market.sbe.AnswerOutcome;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gets the snapshot of a book from a venue that sends it in band: subscribes anew, on the connection that carries it. A
 * connection that has just begun will send it unasked, and if none is there, the next one will. A connection that does not
 * send it in time is dropped and made anew, until a snapshot has come.
 *
 * <pre>
 *   asked ──▶ is a session ready? ──yes──▶ subscribe anew ──▶ given within the time? ──no──▶ drop the session
 *                  │ no                                        ▲                                   │
 *                  └── wait for one ── its own snapshot ───────┘◀──────────── the next one ────────┘
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: yes. Deterministic: no.
 */
final class InBandSnapshot implements SnapshotSeeker {
    private final String symbol;
    private final int place;
    private final List<String> messages;
    private final Line line;
    private final Dialer dialer;
    private final AskingPace pace;
    private boolean planned;
    private boolean wanted;
    private long givenBefore;
    private Object watched;

    InBandSnapshot(
            final String symbol, final int place, final List<String> messages, final Line line, final Dialer dialer) {
        this.symbol = symbol;
        this.place = place;
        this.messages = List.copyOf(messages);
        this.line = line;
        this.dialer = dialer;
        this.pace = new AskingPace(dialer.config());
    }

    @Override
    public void asked(final BookRequests.Answer answer) {
        answer.give(AnswerOutcome.ASKED);
        if (!isWanted()) {
            // What was watched for before has come.
            watched = null;
            wanted = true;
            givenBefore = line.arbitration().snapshots(place);
        }
        if (!planned && watched == null) {
            planned = true;
            dialer.after(pace.next(dialer.nanoTime()), this::ask);
        }
    }

    /** Whether a snapshot was asked for and has not come. */
    private boolean isWanted() {
        wanted = wanted && line.arbitration().snapshots(place) == givenBefore;
        return wanted;
    }

    private void ask() {
        planned = false;
        final Session session = line.speaker(place);
        if (session == null || !isWanted()) {
            return;
        }
        line.arbitration().expectSnapshot(place);
        if (session.origin().gate().hasBrought(place) || session.age() > withinNanos()) {
            if (messages.isEmpty()) {
                session.drop("the book of " + symbol + " must be had anew");
                return;
            }
            messages.forEach(session.conversation()::send);
        }
        watch(session);
    }

    private void watch(final Session session) {
        final Object watch = new Object();
        watched = watch;
        dialer.after(session.conversation().backlogNanos() + withinNanos(), () -> {
            if (watched != watch) {
                return;
            }
            watched = null;
            if (isWanted() && session.isOpen()) {
                if (session.isPaused()) {
                    // It may be in the socket.
                    watch(session);
                } else {
                    session.drop("no snapshot of " + symbol + " came within "
                            + TimeUnit.NANOSECONDS.toMillis(withinNanos()) + " ms");
                }
            } else if (isWanted()) {
                lineReady();
            }
        });
    }

    private long withinNanos() {
        return dialer.config().snapshotWithin().toNanos();
    }

    /** Its snapshots come unasked. */
    @Override
    public void lineReady() {
        final Session session = line.speaker(place);
        if (session != null && watched == null && !planned && isWanted()) {
            line.arbitration().expectSnapshot(place);
            watch(session);
        }
    }
}
