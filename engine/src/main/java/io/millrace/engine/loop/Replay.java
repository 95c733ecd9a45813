package io.millrace.engine.loop;

import io.millrace.engine.channel.RecordKind;
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
    private boolean complete;
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
            complete = at == end && endsInput();
            target.onBatch(reader.buffer(), from, at - from);
        }
        return records;
    }

    /** The last record of a journal is the end of its last input, which has no payload. */
    private boolean endsInput() {
        final UnsafeBuffer buffer = reader.buffer();
        final int last = end - RecordLayout.HEADER;
        return RecordLayout.kind(buffer, last) == RecordKind.INPUT_END
                && (RecordLayout.flags(buffer, last) & RecordLayout.FLAG_LAST) != 0
                && RecordLayout.length(buffer, last) == RecordLayout.HEADER
                && RecordLayout.inputSeq(buffer, last)
                        == RecordLayout.inputSeq(buffer, reader.offset()) + reader.count() - 1;
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
    public boolean sawEndOfInput() {
        return complete;
    }

    @Override
    public void close() {
        reader.close();
    }
}
