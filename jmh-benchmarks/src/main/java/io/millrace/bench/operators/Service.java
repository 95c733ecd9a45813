package io.millrace.bench.operators;

import io.millrace.bench.flow.CompiledFlow;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.stage.RequestPort;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Answers requests whose first eight bytes are a number with a tick of that key.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class Service implements RequestPort {
    private static final int MOST = 1 << 10;
    private static final int LENGTH = RecordLayout.aligned(RecordLayout.HEADER + Long.BYTES + Tick.LENGTH);

    private final int input;
    private final long[] ids = new long[MOST];
    private final long[] keys = new long[MOST];
    private final UnsafeBuffer record = new UnsafeBuffer(BufferUtil.allocateDirectAligned(LENGTH, 64));
    private final Tick answer = new Tick();
    private int asked;
    private int answered;

    /** @param input number of the input that answers come by */
    Service(final int input) {
        this.input = input;
    }

    @Override
    public void send(final long requestId, final DirectBuffer request, final int length) {
        if (asked - answered == MOST) {
            throw new IllegalStateException(MOST + " requests without an answer");
        }
        ids[asked & MOST - 1] = requestId;
        keys[asked & MOST - 1] = request.getLong(0, ByteOrder.LITTLE_ENDIAN);
        asked++;
    }

    /** Gives the answers to all that was asked, and to what is asked because of them. */
    void answer(final CompiledFlow flow, final DirectBuffer records, final int lastOffset) {
        while (answered != asked) {
            final int at = answered++ & MOST - 1;
            RecordLayout.header(
                    record,
                    0,
                    Long.BYTES + Tick.LENGTH,
                    RecordKind.ANSWER,
                    (byte) 0,
                    input,
                    RecordLayout.inputSeq(records, lastOffset),
                    RecordLayout.ingestTime(records, lastOffset),
                    RecordLayout.NO_POSITION);
            record.putLong(RecordLayout.HEADER, ids[at], ByteOrder.LITTLE_ENDIAN);
            answer.key = keys[at];
            Tick.TYPE.encode(answer, record, RecordLayout.HEADER + Long.BYTES);
            flow.onBatch(record, 0, LENGTH);
        }
    }
}
