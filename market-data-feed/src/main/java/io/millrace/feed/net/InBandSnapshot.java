package io.millrace.feed.net;

import io.millrace.operators.market.sbe.AnswerOutcome;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gets the snapshot of a book from a venue that sends it in band: subscribes anew, on the connection that carries it. A
 * connection that has just begun will send it unasked, and if none is there, the next one will. A connection that does not
 * send it is dropped and made anew.
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

    InBandSnapshot(
            final String symbol, final int place, final List<String> messages, final Line line, final Dialer dialer) {
        this.symbol = symbol;
        this.place = place;
        this.messages = List.copyOf(messages);
        this.line = line;
        this.dialer = dialer;
        this.pace = new AskingPace(dialer.config().random());
    }

    @Override
    public void asked(final BookRequests.Answer answer) {
        answer.give(AnswerOutcome.ASKED);
        if (!planned) {
            planned = true;
            dialer.after(pace.next(dialer.nanoTime()), this::ask);
        }
    }

    private void ask() {
        planned = false;
        final Session session = line.speaker(place);
        if (session == null) {
            return;
        }
        line.arbitration().expectSnapshot(place);
        final long before = session.origin().gate().snapshots(place);
        if (before > 0 || session.age() > withinNanos()) {
            if (messages.isEmpty()) {
                session.drop("the book of " + symbol + " must be had anew");
                return;
            }
            messages.forEach(session.conversation()::send);
        }
        dialer.after(session.conversation().backlogNanos() + withinNanos(), () -> {
            if (session.isOpen()
                    && !session.isPaused()
                    && session.origin().gate().snapshots(place) == before) {
                session.drop("no snapshot of " + symbol + " came within "
                        + TimeUnit.NANOSECONDS.toSeconds(withinNanos()) + " s");
            }
        });
    }

    private long withinNanos() {
        return dialer.config().snapshotWithin().toNanos();
    }

    @Override
    public void lineReady() {
        // Its snapshots come unasked.
    }
}
