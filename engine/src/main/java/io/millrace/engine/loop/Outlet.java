package io.millrace.engine.loop;

import io.millrace.engine.channel.Cells;
import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.Stamp;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.KeySpace;
import org.agrona.DirectBuffer;

/**
 * The sending end of a stage: one of the channels that it writes.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: what is sent is; promises depend on timing and decide nothing.
 */
public final class Outlet implements CellSender {
    private final Channel channel;
    private final Effect effect;
    private final Outlets siblings;
    private final boolean wantsPromises;
    private boolean promiseDue;
    private long lastWait;

    Outlet(final Channel channel, final Effect effect, final Outlets siblings, final boolean wantsPromises) {
        this.channel = channel;
        this.effect = effect;
        this.siblings = siblings;
        this.wantsPromises = wantsPromises;
    }

    @Override
    public void send(
            final int edge, final long key, final KeySpace keys, final DirectBuffer payload, final int length) {
        final Stamp root = effect.stamp();
        final int ordinal = effect.nextOrdinal();
        final int keyLength = keys.textLength(key);
        final int total = Cells.length(root, keyLength, length);
        int offset = channel.tryClaim(total);
        if (offset < 0) {
            offset = siblings.awaitRoom(this, total, root, ordinal);
        }
        Cells.writeItem(
                channel.buffer(),
                offset,
                edge,
                root,
                ordinal,
                key,
                keys.hash(key),
                keys.text(),
                keys.textOffset(key),
                keyLength,
                payload,
                length);
        channel.publish();
    }

    /** Sends a control cell; while there is no room, promises {@code done} to the siblings. */
    void sendControl(
            final byte kind,
            final int input,
            final Stamp stamp,
            final Stamp done,
            final DirectBuffer payload,
            final int payloadOffset,
            final int length) {
        final int total = Cells.controlLength(stamp, length);
        int offset = channel.tryClaim(total);
        if (offset < 0) {
            offset = siblings.awaitRoom(this, total, done, Outlets.AS_IT_IS);
        }
        Cells.writeControl(channel.buffer(), offset, kind, input, stamp, payload, payloadOffset, length);
        channel.publish();
    }

    /** Something has happened since the last promise. */
    void makePromiseDue() {
        promiseDue = wantsPromises;
    }

    /** Promises, if something has happened since the last time and there is room. */
    void promise(final Stamp done) {
        if (promiseDue && tryPromise(done, Outlets.AS_IT_IS)) {
            promiseDue = false;
        }
    }

    /** Promises while a sibling waits for room, once for each wait. */
    void promiseInWait(final long wait, final Stamp done, final int ordinal) {
        if (wantsPromises && lastWait != wait && tryPromise(done, ordinal)) {
            lastWait = wait;
        }
    }

    private boolean tryPromise(final Stamp done, final int ordinal) {
        final boolean deeper = ordinal != Outlets.AS_IT_IS;
        final int total = deeper ? Cells.length(done, 0, 0) : Cells.controlLength(done, 0);
        requireFit(total);
        final int offset = channel.tryClaim(total);
        if (offset < 0) {
            return false;
        }
        if (deeper) {
            Cells.writeFrontier(channel.buffer(), offset, done, ordinal);
        } else {
            Cells.writeControl(channel.buffer(), offset, RecordKind.FRONTIER, 0, done, channel.buffer(), 0, 0);
        }
        channel.publish();
        return true;
    }

    int tryClaim(final int length) {
        return channel.tryClaim(length);
    }

    void requireFit(final int length) {
        if (!channel.fits(length)) {
            throw tooLong(length);
        }
    }

    private IllegalStateException tooLong(final int length) {
        return new IllegalStateException("an item needs " + length + " bytes in channel '" + channel.name()
                + "', which has " + channel.capacity() * Channel.UNIT + ": configure larger rings");
    }
}
