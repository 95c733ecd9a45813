package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * The way into the ring, for frames and for marks: tells whoever reads from the network when it is full.
 *
 * <p>Thread: the network thread. Allocation: none. Deterministic: keeps order.
 */
final class RingEntry {
    private final FrameRing ring;
    private final SourceContext context;
    private final Runnable stall;
    private final AtomicCounter stalls;
    private final AtomicCounter mostWaiting;
    private final AtomicCounter tooLarge;
    private final String whenFull;

    /** @param stall called while the ring is full */
    RingEntry(final FrameRing ring, final SourceContext context, final Overflow overflow, final Runnable stall) {
        this.ring = ring;
        this.context = context;
        this.stall = stall;
        this.stalls = context.counter("frames that found the ring full");
        this.mostWaiting = context.counter("most bytes that waited for room in the ring");
        this.tooLarge = context.counter("frames lost: larger than the ring");
        this.whenFull = overflow == Overflow.BLOCK
                ? "the flow is slower than the venue: reading stops until it has caught up"
                : "the flow is slower than the venue: frames are dropped until it has caught up";
    }

    /** Begins a frame; events are written to what this gives. */
    FrameRing begin() {
        ring.beginFrame();
        return ring;
    }

    /** Ends a frame; gives whether it can ever be passed on. */
    boolean end() {
        final boolean fits = ring.endFrame();
        if (!fits) {
            tooLarge.incrementRelease();
        }
        if (ring.isFull()) {
            if (stalls.getPlain() == 0) {
                context.report(whenFull);
            }
            stalls.incrementRelease();
            if (ring.waitingBytes() > mostWaiting.getPlain()) {
                mostWaiting.setRelease(ring.waitingBytes());
            }
            stall.run();
        }
        return fits;
    }

    /** Whether there is no room. */
    boolean isFull() {
        return ring.isFull();
    }
}
