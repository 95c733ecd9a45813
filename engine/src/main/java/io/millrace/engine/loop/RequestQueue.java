package io.millrace.engine.loop;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.ChannelReader;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.Source;
import io.millrace.engine.stage.RequestPort;
import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;

/**
 * Requests on their way from one step to its source. There is room for as many as the step may have in flight, so that a
 * stage never waits for the ingress, which may be waiting for the stage.
 *
 * <pre>
 *   0               4               8
 *  +---------------+---------------+-------------------------------+
 *  | length        | (0)           | requestId                     |
 *  +---------------+---------------+-------------------------------+
 *  | request ...                                                   16
 * </pre>
 *
 * <p>Thread: the stage's sends, the ingress thread drains. Allocation: none. Deterministic: answers are journaled.
 */
public final class RequestQueue implements RequestPort {
    private static final int ID = 8;
    private static final int HEADER = 16;

    private final int input;
    private final Channel channel;
    private final ChannelReader reader;

    /**
     * @param name        for messages
     * @param input       input that answers come by
     * @param maxInFlight most requests that the step leaves unanswered
     */
    public RequestQueue(final String name, final int input, final int maxInFlight) {
        this.input = input;
        // A full-length request may lose as much again to padding.
        final int units = 2 * (maxInFlight + 1) * (MAX_LENGTH + HEADER) / Channel.UNIT;
        this.channel = new Channel(name, BitUtil.findNextPositivePowerOfTwo(units));
        this.reader = channel.reader();
    }

    /** Input that answers come by. */
    public int input() {
        return input;
    }

    @Override
    public void send(final long requestId, final DirectBuffer request, final int length) {
        final int offset = length > MAX_LENGTH ? -1 : channel.tryClaim(HEADER + length);
        if (offset < 0) {
            throw noRoom(length);
        }
        channel.buffer().putLong(offset, HEADER + length, ByteOrder.LITTLE_ENDIAN);
        channel.buffer().putLong(offset + ID, requestId, ByteOrder.LITTLE_ENDIAN);
        channel.buffer().putBytes(offset + HEADER, request, 0, length);
        channel.publish();
    }

    /** Hands what there is to the source. */
    int drainTo(final Source source) {
        int drained = 0;
        while (reader.poll()) {
            final int offset = reader.offset();
            source.onRequest(
                    input,
                    reader.buffer().getLong(offset + ID, ByteOrder.LITTLE_ENDIAN),
                    reader.buffer(),
                    offset + HEADER,
                    RecordLayout.length(reader.buffer(), offset) - HEADER);
            reader.release();
            drained++;
        }
        return drained;
    }

    private static IllegalStateException noRoom(final int length) {
        return new IllegalStateException(
                "no room for a request of " + length + " bytes (at most " + MAX_LENGTH + "), or too many in flight");
    }
}
