package io.millrace.feed.decode;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes the events of a frame: an inlet, or the ring to one. Has the shape of {@link io.millrace.engine.loop.Inlet}.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
public interface EventTarget {

    /** Memory to encode into, where {@link #claim} says; outside the heap. */
    UnsafeBuffer buffer();

    /**
     * Makes room for one event.
     *
     * @param maxLength most bytes that it can have
     * @return offset in {@link #buffer()}, which may have moved
     */
    int claim(int maxLength);

    /** The same as {@link #claim}; gives the address. */
    long claimAddress(int maxLength);

    /**
     * Adds the event that was encoded at the last {@link #claim}.
     *
     * @param input  number of the input
     * @param kind   of {@link io.millrace.engine.channel.RecordKind}
     * @param length its bytes
     */
    void commit(int input, byte kind, int length);
}
