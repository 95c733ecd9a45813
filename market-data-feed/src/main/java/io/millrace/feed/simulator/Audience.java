package io.millrace.feed.simulator;

/** Who listens to a {@link Tape}. */
public interface Audience {

    /** Whether somebody listens and nobody is too slow to take more. A tape that has no pace of its own waits for this. */
    boolean hasRoom();

    /**
     * A frame for whoever has subscribed to its stream.
     *
     * @param stream such as {@code btcusdt@trade}
     * @param bytes  holds the message, without the wrapper of combined streams; valid during the call only
     */
    void frame(String stream, byte[] bytes, int offset, int length);
}
