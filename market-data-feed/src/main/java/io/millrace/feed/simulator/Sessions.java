package io.millrace.feed.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * All clients of an exchange.
 *
 * <p>Thread: the exchange's. Allocation: by Netty. Deterministic: no.
 */
final class Sessions implements Audience {
    private final ExchangeCounts counts;
    private final List<ExchangeSession> all = new ArrayList<>();
    private boolean started;

    Sessions(final ExchangeCounts counts) {
        this.counts = counts;
    }

    void add(final ExchangeSession session) {
        all.add(session);
        counts.connected();
    }

    void remove(final ExchangeSession session) {
        all.remove(session);
    }

    /** Streams that clients have subscribed to, each client counted. */
    int streams() {
        int streams = 0;
        for (final ExchangeSession session : all) {
            streams += session.streams();
        }
        return streams;
    }

    /** The tape has started and goes on whoever comes and goes. */
    void started() {
        started = true;
    }

    boolean isStarted() {
        return started;
    }

    @Override
    public boolean hasRoom() {
        boolean somebody = false;
        for (final ExchangeSession session : all) {
            if (session.streams() > 0) {
                if (!session.hasRoom()) {
                    return false;
                }
                somebody = true;
            }
        }
        return somebody;
    }

    @Override
    public void frame(final String stream, final byte[] bytes, final int offset, final int length) {
        final String name = StreamName.withoutSpeed(stream);
        for (final ExchangeSession session : all) {
            session.frame(name, bytes, offset, length);
        }
    }

    void flush() {
        for (final ExchangeSession session : all) {
            session.flush();
        }
    }

    void dropAll() {
        List.copyOf(all).forEach(ExchangeSession::drop);
    }

    void announceShutdown() {
        all.forEach(ExchangeSession::announceShutdown);
    }

    void closeAll() {
        List.copyOf(all).forEach(ExchangeSession::close);
    }
}
