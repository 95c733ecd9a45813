package io.millrace.feed.simulator;

/**
 * An answer to a GET.
 *
 * @param status of HTTP
 * @param body   JSON
 */
public record RestReply(int status, String body) {
    /** There is nothing there. */
    public static final RestReply NOT_FOUND = new RestReply(404, "{}");

    public static RestReply ok(final String body) {
        return new RestReply(200, body);
    }
}
