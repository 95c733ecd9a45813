package io.millrace.feed.net;

import java.time.Duration;

/**
 * How often a venue lets a client connect.
 *
 * @param attempts most of them
 * @param within   in any stretch of this length
 */
public record ConnectLimit(int attempts, Duration within) {
    /** Less than most venues allow. */
    public static final ConnectLimit USUAL = new ConnectLimit(60, Duration.ofMinutes(5));
}
