package io.millrace.feed.net;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One connection of a feed: where to, and what to say there.
 *
 * @param uri           {@code ws} or {@code wss}
 * @param subscriptions what to send once connected, in order
 * @param symbols       instruments whose books come by it, as the venue spells them
 * @param pause         least time between two messages: venues close connections that talk too fast
 * @param keepAlive     how the venue is told that the client is there
 * @param oldest        age at which another connection takes its place before the venue closes it; zero for any
 * @param headers       of the handshake, such as keys
 */
public record ConnectionPlan(
        URI uri,
        List<Subscription> subscriptions,
        List<String> symbols,
        Duration pause,
        KeepAlive keepAlive,
        Duration oldest,
        Map<String, String> headers) {
    public ConnectionPlan {
        subscriptions = List.copyOf(subscriptions);
        symbols = List.copyOf(symbols);
        headers = Map.copyOf(headers);
    }

    /** A connection that only websocket pings keep alive, of any age, without headers. */
    public static ConnectionPlan of(
            final URI uri, final List<Subscription> subscriptions, final List<String> symbols, final Duration pause) {
        return new ConnectionPlan(uri, subscriptions, symbols, pause, KeepAlive.PINGS, Duration.ZERO, Map.of());
    }
}
