package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.FrameResult;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks a venue for what it says of its instruments, before anything is subscribed to, so that the first events know it. If
 * that fails, or takes too long, it is reported, and the feed does without: scales are then found in the frames.
 *
 * <p>Thread: the network thread. Allocation: yes. Deterministic: no.
 */
final class InstrumentLists {
    private static final int ATTEMPTS = 2;

    private final RestClient rest;
    private final RestFrames frames;
    private final Dialer dialer;
    private final SourceContext context;
    private final Runnable then;
    private int left;
    private boolean done;

    /** @param then called once, when all have come, or have not */
    InstrumentLists(final RestClient rest, final RestFrames frames, final Dialer dialer, final Runnable then) {
        this.rest = rest;
        this.frames = frames;
        this.dialer = dialer;
        this.context = dialer.context();
        this.then = then;
    }

    void ask(final List<RestRequest> requests) {
        left = requests.size();
        if (left == 0) {
            finish();
            return;
        }
        final long timeout = dialer.config().restTimeout().toNanos();
        dialer.after(timeout, () -> {
            if (!done) {
                context.report("the venue's list of instruments did not come within "
                        + TimeUnit.NANOSECONDS.toSeconds(timeout) + " s: the feed begins without it");
                finish();
            }
        });
        requests.forEach(request -> ask(request, ATTEMPTS));
    }

    private void ask(final RestRequest request, final int attempts) {
        rest.get(request, new RestClient.Taker() {
            @Override
            public void body(final ByteBuf body) {
                final FrameResult result = frames.take(request, body);
                if (result != FrameResult.INSTRUMENTS) {
                    context.report("the venue's list of instruments, " + request.path() + ", is not what it should be: "
                            + result.label() + ". The feed does without it");
                }
                one();
            }

            @Override
            public void failed(final String why, final boolean isFinal) {
                if (isFinal || attempts == 1) {
                    context.report(
                            "the venue's list of instruments can't be had (" + why + "): the feed does without it");
                    one();
                } else {
                    dialer.after(dialer.config().firstDelay().toNanos(), () -> ask(request, attempts - 1));
                }
            }
        });
    }

    private void one() {
        if (--left == 0) {
            finish();
        }
    }

    private void finish() {
        if (!done) {
            done = true;
            then.run();
        }
    }
}
