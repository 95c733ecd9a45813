package io.millrace.feed.net;

/**
 * A request for streams.
 *
 * @param text          what to send
 * @param confirmations what the venue's answers must add up to, by {@link io.millrace.feed.decode.FrameDecoder#confirmed};
 *                      0 if the venue does not answer
 */
public record Subscription(String text, int confirmations) {}
