package io.millrace.engine.loop;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Feeds a flow from a journal, at full speed or paced by the times of the records.
 *
 * <p>Thread: the ingress thread. Allocation: none in steady state. Deterministic: yes.
 */
public final class Replay implements Pump {
    private final InputLogReader reader;
    private final Pacer pacer;
    private boolean ended;
    private int at;
    private int end;

    public Replay(final InputLogReader reader, final Pacer pacer) {
        this.reader = reader;
        this.pacer = pacer;
    }

    @Override
    public int poll(final BatchTarget target) {
        if (at == end) {
            if (!reader.next()) {
                ended = true;
                return 0;
            }
            at = reader.offset();
            end = at + reader.length();
        }
        final int from = at;
        final int records = pacer.isUnlimited() ? toEnd() : toLastDue();
        if (at > from) {
            target.onBatch(reader.buffer(), from, at - from);
        }
        return records;
    }

    private int toEnd() {
        at = end;
        return reader.count();
    }

    private int toLastDue() {
        final UnsafeBuffer buffer = reader.buffer();
        int records = 0;
        while (at < end && pacer.isDue(RecordLayout.ingestTime(buffer, at))) {
            at += RecordLayout.aligned(RecordLayout.length(buffer, at));
            records++;
        }
        return records;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        reader.close();
    }
}
