package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.gate.StreamKind;
import io.millrace.feed.gate.StreamWatch;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.ConnectionState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Looks once in a while whether a stream has fallen silent while its connection lives. That is counted, reported and told
 * to the flow; a book that may have gone on without being seen is not to be trusted, and asks for a snapshot. What makes a
 * quiet market differ from a broken stream is in {@link StreamWatch}.
 *
 * <p>Thread: the network thread. Allocation: for reports. Deterministic: no.
 */
final class SilenceWatch {
    private static final long STOOD_STILL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final KnownInstruments instruments;
    private final FeedMarks marks;
    private final EpochNanoClock clock;
    private final SourceContext context;
    private final AtomicCounter silences;
    private final long least;
    private final boolean asksByRest;
    private long lookedAt;

    SilenceWatch(
            final FeedSetup setup,
            final FeedMarks marks,
            final EpochNanoClock clock,
            final SourceContext context,
            final ConnectionConfig config) {
        this.instruments = setup.instruments();
        this.asksByRest = setup.bookRule() == BookRule.ASKED_NEXT_ID || setup.bookRule() == BookRule.ASKED_PREVIOUS_ID;
        this.marks = marks;
        this.clock = clock;
        this.context = context;
        this.silences = context.counter("streams that fell silent");
        this.least = config.streamSilence().toNanos();
    }

    /** Looks at all sessions. */
    void look(final List<Line> lines) {
        final long now = clock.nanoTime();
        // If nobody looked for long, the process stood still, and the streams are not to blame.
        final boolean stoodStill = lookedAt != 0 && now - lookedAt > Math.max(least / 2, STOOD_STILL_NANOS);
        lookedAt = now;
        for (final Line line : lines) {
            for (final Session session : line.sessions()) {
                final StreamWatch watch = session.origin().gate().watch();
                if (stoodStill) {
                    watch.restart(now);
                } else if (session.isOpen() && !session.isPaused()) {
                    look(session, watch, now);
                }
            }
        }
    }

    private void look(final Session session, final StreamWatch watch, final long now) {
        for (int stream = 0; stream < watch.streams(); stream++) {
            if (watch.isSilent(stream, now, least)) {
                silent(session, watch, stream, now);
            }
        }
    }

    private void silent(final Session session, final StreamWatch watch, final int stream, final long now) {
        silences.incrementRelease();
        final FrameOrigin origin = session.origin();
        final int place = watch.place(stream);
        context.report("connection " + origin.connection() + ": nothing has come of "
                + watch.kind(stream).label() + " of " + instruments.symbol(place) + " for "
                + TimeUnit.NANOSECONDS.toSeconds(watch.pause(stream, now))
                + " s, though the connection lives; its book, if it has one, is asked for anew");
        marks.status(origin.connection(), ConnectionState.SILENT);
        if (watch.kind(stream) == StreamKind.BOOK) {
            marks.fault(origin, BookFault.SILENT, place);
            if (asksByRest) {
                // A snapshot does not bring the stream back, and the book would be valid and grow old.
                session.renew("a book that it carries has fallen silent");
            }
        }
    }
}
