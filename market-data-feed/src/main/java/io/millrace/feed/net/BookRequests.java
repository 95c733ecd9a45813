package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.sbe.AnswerOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Books that ask for a snapshot, and how each is had: by REST, or in band by subscribing anew on the connection that
 * carries it. A request is answered ASKED when the snapshot is on the way to the flow ahead of the answer (REST), or will
 * come with the updates (in band); UNAVAILABLE if no connection carries the book.
 *
 * <p>Thread: the network thread. Allocation: for each request. Deterministic: no; what comes of it is journaled.
 */
final class BookRequests {
    private final FeedSetup setup;
    private final List<Line> lines;
    private final RestClient rest;
    private final RestFrames frames;
    private final FeedMarks marks;
    private final Dialer dialer;
    private final SourceContext context;
    private final AtomicCounter requests;
    private final Map<Integer, SnapshotSeeker> seekers = new HashMap<>();

    BookRequests(
            final FeedSetup setup,
            final List<Line> lines,
            final RestClient rest,
            final RestFrames frames,
            final FeedMarks marks,
            final Dialer dialer) {
        this.setup = setup;
        this.lines = lines;
        this.rest = rest;
        this.frames = frames;
        this.marks = marks;
        this.dialer = dialer;
        this.context = dialer.context();
        this.requests = context.counter("books asked for");
    }

    /** A book asks. */
    void asked(final int input, final long requestId, final int instrumentId) {
        requests.incrementRelease();
        final int place = setup.instruments().place(instrumentId);
        final SnapshotSeeker seeker = place == KnownInstruments.ABSENT ? null : seeker(place);
        final Answer answer = outcome -> marks.answer(input, requestId, instrumentId, outcome);
        if (seeker == null) {
            context.report("a book asks for a snapshot of instrument " + instrumentId
                    + ", which no connection of this feed carries");
            answer.give(AnswerOutcome.UNAVAILABLE);
        } else {
            seeker.asked(answer);
        }
    }

    /** Gives an answer to who asked. */
    interface Answer {
        void give(AnswerOutcome outcome);
    }

    private SnapshotSeeker seeker(final int place) {
        return seekers.computeIfAbsent(place, any -> {
            final String symbol = setup.instruments().symbol(place);
            for (final Line line : lines) {
                if (line.carries(symbol)) {
                    final Optional<RestRequest> request = setup.venue().snapshot(symbol, setup.depth());
                    return request.isPresent()
                            ? new RestSnapshot(symbol, request.get(), line, rest, frames, dialer)
                            : new InBandSnapshot(
                                    symbol, place, setup.venue().resubscription(symbol, setup.depth()), line, dialer);
                }
            }
            return null;
        });
    }

    /** A session has become ready. */
    void ready() {
        new ArrayList<>(seekers.values()).forEach(SnapshotSeeker::lineReady);
    }
}
