package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.recording.RawRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/**
 * All that a live feed does on its network thread.
 *
 * <pre>
 *   InstrumentLists ──then──▶ Line ─┬─ Connection ── Session ──▶ FrameIntake ──▶ RingEntry ──▶ FrameRing
 *         │                    ...  └─ Connection ── Session ──▶      ▲   │          ▲
 *     RestClient ◀── BookRequests                     RestFrames ─────┘   ▼          └── FeedMarks
 *                                                                    RawRecorder
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: when it is made. Deterministic: no.
 */
final class LiveFeed {
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LOOKS_PER_SILENCE = 4;

    private final FeedSetup setup;
    private final Dialer dialer;
    private final ConnectionConfig config;
    private final EpochNanoClock clock = new OffsetEpochNanoClock();
    private final RawRecorder recorder;
    private final FrameIntake intake;
    private final RestClient rest;
    private final InstrumentLists lists;
    private final SilenceWatch silence;
    private final BookRequests requests;
    private final List<Line> lines = new ArrayList<>();
    private boolean closed;

    /** @param stall called while the ring is full */
    LiveFeed(final FeedSetup setup, final Dialer dialer, final FrameRing ring, final Runnable stall) {
        this.setup = setup;
        this.dialer = dialer;
        this.config = dialer.config();
        final SourceContext context = dialer.context();
        final RingEntry entry = new RingEntry(ring, context, config.overflow(), stall);
        final FeedMarks marks = new FeedMarks(entry, clock, context.input(MarketFeed.STATUS));
        this.recorder = config.recordTo() == null ? null : new RawRecorder(config.recordTo(), context);
        this.intake = new FrameIntake(entry, marks, setup.instruments(), recorder, config.overflow(), clock, context);
        this.rest = new RestClient(setup.rest(), setup.venue().restWeightPerMinute(), dialer);
        final RestFrames frames = new RestFrames(setup, intake);
        this.lists = new InstrumentLists(rest, frames, dialer, this::connect);
        this.silence = new SilenceWatch(setup, marks, clock, context, config);
        this.requests = new BookRequests(setup, lines, rest, frames, marks, dialer);
        final ConnectLimit limit = setup.venue().connectLimit();
        final Budget attempts = new Budget(limit.attempts(), limit.within(), dialer.nanoTime());
        final int plans = setup.plans().size();
        for (int plan = 0; plan < plans; plan++) {
            final Line line = new Line(plan, setup, marks, intake, dialer, requests::ready);
            line.add(plan, attempts);
            if (config.redundant()) {
                line.add(plans + plan, attempts);
            }
            lines.add(line);
        }
    }

    void open() {
        lists.ask(setup.venue().instruments(setup.symbols()));
    }

    private void connect() {
        if (!closed) {
            lines.forEach(Line::open);
            look();
        }
    }

    private void look() {
        if (!closed) {
            silence.look(lines);
            dialer.after(
                    Math.min(LOOK_NANOS, Math.max(1, config.streamSilence().toNanos() / LOOKS_PER_SILENCE)),
                    this::look);
        }
    }

    /** The ring is full: nothing is read until there is room, or what comes is dropped. */
    void stall() {
        if (config.overflow() == Overflow.BLOCK) {
            lines.forEach(Line::pause);
        }
    }

    /** There is room again. */
    void resume() {
        if (config.overflow() == Overflow.BLOCK) {
            final long now = clock.nanoTime();
            lines.forEach(line -> line.proceed(now));
        } else if (intake.isDropping()) {
            intake.recovered();
            for (final Line line : lines) {
                for (final Session session : line.sessions()) {
                    if (intake.ownUp(session.origin()) && session.isOpen()) {
                        // The venue may have asked for it while nobody listened.
                        session.conversation().showLife();
                    }
                }
            }
        }
    }

    /** A book asks for a snapshot. */
    void requested(final int input, final long requestId, final int instrumentId) {
        if (!closed) {
            requests.asked(input, requestId, instrumentId);
        }
    }

    void close() {
        closed = true;
        rest.close();
        lines.forEach(Line::close);
    }

    /** Ends the recording, when the network thread has ended. */
    void closeRecording() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
