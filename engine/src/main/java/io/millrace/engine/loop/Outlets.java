package io.millrace.engine.loop;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.Stamp;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.StopSignal;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * All channels that one stage writes. Whoever waits for room in one of them keeps promising on the others.
 *
 * <p>Thread: the stage's. Allocation: none after construction. Deterministic: yes.
 */
public final class Outlets {
    /** In place of an ordinal: the stamp is not to be made longer. */
    static final int AS_IT_IS = -1;

    private final Health health;
    private final IdleStrategy idle;
    private final AtomicCounter waits;
    private Outlet[] outlets = new Outlet[0];
    private long wait;

    /**
     * @param idle  how to wait for room
     * @param waits counts how often that was necessary: the measure of backpressure
     */
    public Outlets(final Health health, final IdleStrategy idle, final AtomicCounter waits) {
        this.health = health;
        this.idle = idle;
        this.waits = waits;
    }

    /**
     * Adds a channel; only while the stage is built.
     *
     * @param wantsPromises whether anyone behind the channel merges or has timers
     */
    public Outlet add(final Channel channel, final Effect effect, final boolean wantsPromises) {
        final Outlet outlet = new Outlet(channel, effect, this, wantsPromises);
        outlets = Arrays.copyOf(outlets, outlets.length + 1);
        outlets[outlets.length - 1] = outlet;
        return outlet;
    }

    int awaitRoom(final Outlet full, final int length, final Stamp done, final int ordinal) {
        full.requireFit(length);
        waits.incrementRelease();
        wait++;
        int offset = full.tryClaim(length);
        while (offset < 0) {
            if (health.failed()) {
                throw StopSignal.INSTANCE;
            }
            for (final Outlet outlet : outlets) {
                if (outlet != full) {
                    outlet.promiseInWait(wait, done, ordinal);
                }
            }
            idle.idle();
            offset = full.tryClaim(length);
        }
        idle.reset();
        return offset;
    }

    void makePromisesDue() {
        for (final Outlet outlet : outlets) {
            outlet.makePromiseDue();
        }
    }

    void promise(final Stamp done) {
        for (final Outlet outlet : outlets) {
            outlet.promise(done);
        }
    }

    void sendControl(
            final byte kind,
            final int input,
            final Stamp stamp,
            final Stamp done,
            final DirectBuffer payload,
            final int payloadOffset,
            final int length) {
        for (final Outlet outlet : outlets) {
            outlet.sendControl(kind, input, stamp, done, payload, payloadOffset, length);
        }
    }
}
