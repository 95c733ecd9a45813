package io.millrace.feed.faults;

import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeClient;
import io.millrace.feed.simulator.Wire;
import io.millrace.operators.market.sbe.BookFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** A connection to an exchange without a socket: does what a connection does, at once. */
final class DirectLine implements Wire {
    private static final long PAUSE = 300_000_000;

    /** Stands in the inbox for the end of the connection. */
    private static final byte[] LOST = new byte[0];

    private final Exchange exchange;
    private final ConnectionPlan plan;
    private final FrameDecoder decoder;
    private final Deque<byte[]> inbox = new ArrayDeque<>();
    private final Map<FrameResult, Integer> results = new EnumMap<>(FrameResult.class);
    private ExchangeClient client;
    private long connectAt;

    DirectLine(final Exchange exchange, final ConnectionPlan plan, final FrameDecoder decoder) {
        this.exchange = exchange;
        this.plan = plan;
        this.decoder = decoder;
    }

    boolean carries(final String symbol) {
        return plan.symbols().contains(symbol);
    }

    Map<FrameResult, Integer> results() {
        return results;
    }

    /** Connects, if it is time for that. */
    void look(final long now) {
        if (client != null || !inbox.isEmpty() || now < connectAt) {
            return;
        }
        final URI uri = plan.uri();
        final String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        client = exchange.connect(path, this, now);
        if (client == null) {
            throw new AssertionError("the exchange has nothing at " + path);
        }
        decoder.begin();
        for (final Subscription subscription : plan.subscriptions()) {
            say(subscription.text());
        }
    }

    void say(final String text) {
        if (client != null) {
            client.said(text);
        }
    }

    /** What comes by another way, such as REST. */
    void receive(final String frame) {
        inbox.add(frame.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasNews() {
        return !inbox.isEmpty();
    }

    /** Decodes the next frame. */
    void decodeNext(final long now, final InletTarget target) {
        final byte[] frame = inbox.remove();
        if (frame == LOST) {
            connectAt = now + PAUSE;
            decoder.bookFault(BookFault.DISCONNECTED, now, target);
            return;
        }
        final FrameResult result =
                decoder.decode(Arrays.copyOf(frame, frame.length + FrameDecoder.SLACK), 0, frame.length, now, target);
        results.merge(result, 1, Integer::sum);
        if (result == FrameResult.TEST) {
            say(plan.keepAlive().answer());
        } else if (result == FrameResult.REFUSED && client != null) {
            drop();
        }
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void text(final byte[] bytes, final int length) {
        inbox.add(Arrays.copyOf(bytes, length));
    }

    @Override
    public void binary(final byte[] bytes, final int length) {
        inbox.add(Arrays.copyOf(bytes, length));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        drop();
    }

    @Override
    public void drop() {
        if (client != null) {
            final ExchangeClient gone = client;
            client = null;
            inbox.add(LOST);
            gone.gone();
        }
    }
}
