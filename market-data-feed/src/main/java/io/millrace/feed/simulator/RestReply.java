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

    static final RestReply FAILED = new RestReply(500, "{\"code\":-1000,\"msg\":\"An unknown error occurred.\"}");
    static final RestReply TOO_MANY = new RestReply(429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}");

    public static RestReply ok(final String body) {
        return new RestReply(200, body);
    }
}
