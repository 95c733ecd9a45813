package io.millrace.feed.net;

/**
 * What statuses of HTTP mean here.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
final class Http {
    static final int OK = 200;
    private static final int TIMEOUT = 408;
    private static final int BANNED = 418;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private Http() {}

    /** Whether asking again can't help. */
    static boolean isFinal(final int status) {
        return status >= CLIENT_ERRORS
                && status < SERVER_ERRORS
                && status != TIMEOUT
                && status != TOO_EARLY
                && !isTooMuch(status);
    }

    /** Whether the venue wants to be asked less: 418 is what Binance says to who has not listened. */
    static boolean isTooMuch(final int status) {
        return status == TOO_MANY || status == BANNED;
    }
}
