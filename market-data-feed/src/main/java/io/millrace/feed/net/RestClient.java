package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Asks a venue's REST endpoints: a few requests at a time, no more than its weights allow, and none while the venue says
 * that it has been asked too much.
 *
 * <pre>
 *   get ──▶ queue ──weight left, less than {@value #AT_A_TIME} on their way──▶ RestCall ──▶ body, or failed
 *                            429, 418: all wait for as long as the venue says
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each request. Deterministic: no.
 */
final class RestClient {
    private static final int AT_A_TIME = 4;
    private static final int MOST_WAITING = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Takes what came of a request. */
    interface Taker {
        /** The body of an answer with status 200; valid during the call. */
        void body(ByteBuf body);

        /**
         * There is none.
         *
         * @param why     in words
         * @param isFinal whether asking again can't help
         */
        void failed(String why, boolean isFinal);
    }

    private record Waiting(RestRequest request, Taker taker) {}

    private final URI base;
    private final Dialer dialer;
    private final SourceContext context;
    private final Budget weights;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final AtomicCounter asked;
    private final AtomicCounter failures;
    private int running;
    private long closedUntil;
    private boolean waits;
    private boolean closed;

    /**
     * @param base            scheme, host, port, perhaps a path
     * @param weightPerMinute what the venue allows
     */
    RestClient(final URI base, final long weightPerMinute, final Dialer dialer) {
        this.base = base;
        this.dialer = dialer;
        this.context = dialer.context();
        this.weights = new Budget(weightPerMinute, MINUTE, dialer.nanoTime());
        this.closedUntil = dialer.nanoTime();
        this.asked = context.counter("REST requests");
        this.failures = context.counter("REST requests that failed");
    }

    /** Asks, sooner or later; the taker is told on this thread, always and once, unless the feed is closed first. */
    void get(final RestRequest request, final Taker taker) {
        if (queue.size() == MOST_WAITING) {
            failures.incrementRelease();
            taker.failed("more than " + MOST_WAITING + " requests wait already", false);
            return;
        }
        queue.addLast(new Waiting(request, taker));
        go();
    }

    private void go() {
        while (!closed && !waits && running < AT_A_TIME && !queue.isEmpty()) {
            final long now = dialer.nanoTime();
            if (closedUntil - now > 0) {
                later(closedUntil - now);
                return;
            }
            final Waiting first = queue.removeFirst();
            running++;
            final long delay = weights.spend(first.request().weight(), now);
            if (delay == 0) {
                call(first);
            } else {
                waits = true;
                dialer.after(delay, () -> {
                    waits = false;
                    call(first);
                    go();
                });
            }
        }
    }

    private void later(final long nanos) {
        waits = true;
        dialer.after(nanos, () -> {
            waits = false;
            go();
        });
    }

    private void call(final Waiting waiting) {
        if (!closed) {
            asked.incrementRelease();
            new RestCall(base, waiting.request().path(), dialer, new Outcome(waiting.taker())).start();
        }
    }

    /** What a call tells, once. */
    final class Outcome {
        private final Taker taker;
        private boolean told;

        Outcome(final Taker taker) {
            this.taker = taker;
        }

        void body(final ByteBuf body) {
            if (begin()) {
                taker.body(body);
                go();
            }
        }

        void failed(final String why, final boolean isFinal) {
            if (begin()) {
                failures.incrementRelease();
                taker.failed(why, isFinal);
                go();
            }
        }

        void tooMuch(final String why, final long seconds) {
            if (!told) {
                closedUntil = dialer.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                context.report(
                        "the venue was asked too much by REST (" + why + "): nothing is asked for " + seconds + " s");
                failed(why, false);
            }
        }

        private boolean begin() {
            if (told || closed) {
                return false;
            }
            told = true;
            running--;
            return true;
        }
    }

    void close() {
        closed = true;
        queue.clear();
    }
}
