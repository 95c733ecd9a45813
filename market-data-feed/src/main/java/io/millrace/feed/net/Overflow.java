package io.millrace.feed.net;

/** What happens when the flow is slower than the venue for so long that the ring is full. */
public enum Overflow {
    /** Nothing is read until there is room; the venue's data waits in the sockets, and nothing is lost for lack of room. */
    BLOCK,
    /**
     * Frames are dropped and counted until there is room again; then their books are marked LOST and the connection GAP,
     * with the number of frames. For flows that would rather have the newest than all.
     */
    DROP
}
