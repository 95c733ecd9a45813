package io.millrace.feed.decode;

import io.millrace.engine.loop.Inlet;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Puts events straight into the inlet: for sources that decode on the ingress thread.
 *
 * <p>Thread: the ingress thread. Allocation: none in steady state. Deterministic: yes.
 */
public final class InletTarget implements EventTarget {
    private Inlet inlet;
    private int taken;

    /** From now on events go here. */
    public void wrap(final Inlet target) {
        inlet = target;
        taken = 0;
    }

    /** Records since the last {@link #wrap}. */
    public int taken() {
        return taken;
    }

    @Override
    public UnsafeBuffer buffer() {
        return inlet.buffer();
    }

    @Override
    public int claim(final int maxLength) {
        return inlet.claim(maxLength);
    }

    @Override
    public long claimAddress(final int maxLength) {
        return inlet.claimAddress(maxLength);
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        inlet.commit(input, kind, length);
        taken++;
    }
}
