package io.millrace.feed.simulator;

/** Names of streams, such as {@code btcusdt@depth@100ms}. */
final class StreamName {
    private StreamName() {}

    /** Symbol and channel without the speed: subscriptions match whatever speed a tape has. */
    static String withoutSpeed(final String name) {
        final int channel = name.indexOf('@');
        final int speed = channel < 0 ? -1 : name.indexOf('@', channel + 1);
        return speed < 0 ? name : name.substring(0, speed);
    }

    /** Whether a client may subscribe to it. */
    static boolean isValid(final String name) {
        return name.startsWith("!") || name.indexOf('@') > 0 && !name.endsWith("@");
    }
}
