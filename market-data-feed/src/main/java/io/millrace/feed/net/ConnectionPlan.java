package io.millrace.feed.net;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One connection of a feed: where to, and what to say there.
 *
 * @param uri      {@code ws} or {@code wss}
 * @param requests messages to send once connected, in order
 * @param pause    least time between two messages: venues close connections that talk too fast
 */
public record ConnectionPlan(URI uri, List<String> requests, Duration pause) {
    public ConnectionPlan {
        requests = List.copyOf(requests);
    }

    boolean isSecure() {
        return "wss".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? 443 : 80;
    }
}
