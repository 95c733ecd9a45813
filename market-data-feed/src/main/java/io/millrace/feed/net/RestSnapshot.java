package io.millrace.feed.net;

import io.millrace.feed.decode.FrameResult;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gets the snapshot of a book by REST, and does not give up before it came. It is not asked for before the updates are on
 * their way, and one that was asked for before an outage of its connection is of no use: updates would be missing behind it.
 *
 * <pre>
 *   asked ──▶ wait for the line ──▶ GET ──▶ outage meanwhile? ──no──▶ frame into the ring, then the answers
 *                   ▲                │              │ yes
 *                   └─── backoff ◀───┴── failed ────┘
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: yes. Deterministic: no.
 */
final class RestSnapshot implements SnapshotSeeker, RestClient.Taker {
    private static final int REPORTED_FAILURE = 3;

    private final String symbol;
    private final RestRequest request;
    private final Line line;
    private final RestClient rest;
    private final RestFrames frames;
    private final Dialer dialer;
    private final AskingPace pace;
    private final Backoff backoff;
    private final List<BookRequests.Answer> asking = new ArrayList<>();
    private boolean waitsForLine;
    private int outages;
    private int failures;

    RestSnapshot(
            final String symbol,
            final RestRequest request,
            final Line line,
            final RestClient rest,
            final RestFrames frames,
            final Dialer dialer) {
        this.symbol = symbol;
        this.request = request;
        this.line = line;
        this.rest = rest;
        this.frames = frames;
        this.dialer = dialer;
        this.pace = new AskingPace(dialer.config());
        this.backoff = new Backoff(
                dialer.config().firstDelay(),
                dialer.config().longestDelay(),
                dialer.config().random());
    }

    @Override
    public void asked(final BookRequests.Answer answer) {
        asking.add(answer);
        if (asking.size() == 1) {
            dialer.after(pace.next(dialer.nanoTime()), this::get);
        }
    }

    private void get() {
        waitsForLine = !line.isReady();
        if (!waitsForLine) {
            outages = line.outages();
            rest.get(request, this);
        }
    }

    @Override
    public void lineReady() {
        if (waitsForLine) {
            get();
        }
    }

    @Override
    public void body(final ByteBuf body) {
        if (outages != line.outages() || !line.isReady()) {
            get();
            return;
        }
        final FrameResult result = frames.take(request, body);
        if (result != FrameResult.EVENTS) {
            failed(request.path() + ": " + result.label(), false);
            return;
        }
        failures = 0;
        backoff.reset();
        asking.forEach(answer -> answer.give(AnswerOutcome.ASKED));
        asking.clear();
    }

    @Override
    public void failed(final String why, final boolean isFinal) {
        final long delay = isFinal ? dialer.config().longestDelay().toNanos() : backoff.nextDelay();
        if (++failures == 1 || isFinal || failures % REPORTED_FAILURE == 0) {
            dialer.context()
                    .report("the snapshot of " + symbol + " can't be had (" + why + "): asked again in "
                            + TimeUnit.NANOSECONDS.toMillis(delay) + " ms");
        }
        dialer.after(delay, this::get);
    }
}
