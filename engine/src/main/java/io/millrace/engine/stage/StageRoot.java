package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The top of a compiled stage: from here every wire down to the sinks is a final field, and in a specialised stage a
 * constant.
 */
public final class StageRoot implements StageDriver {
    private final StageClock clock;
    private final Timers timers;
    private final InputPort inputs;
    private final EdgePort edges;
    private final TimerPort timerTargets;
    private final StageControl control;

    StageRoot(
            final StageClock clock,
            final Timers timers,
            final InputPort inputs,
            final EdgePort edges,
            final TimerPort timerTargets,
            final StageControl control) {
        this.clock = clock;
        this.timers = timers;
        this.inputs = inputs;
        this.edges = edges;
        this.timerTargets = timerTargets;
        this.control = control;
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        final int end = offset + length;
        int at = offset;
        try {
            while (at < end) {
                final long time = RecordLayout.ingestTime(buffer, at);
                if (time > clock.now()) {
                    if (time >= timers.nextDeadline()) {
                        fireTimers(time);
                    }
                    clock.set(time);
                }
                final int recordLength = RecordLayout.length(buffer, at);
                final int payload = at + RecordLayout.HEADER;
                final int payloadLength = recordLength - RecordLayout.HEADER;
                if (RecordLayout.kind(buffer, at) == RecordKind.DATA) {
                    inputs.onPayload(RecordLayout.input(buffer, at), buffer, payload, payloadLength);
                } else {
                    onOther(buffer, at, payload, payloadLength);
                }
                at += RecordLayout.aligned(recordLength);
            }
        } catch (final Throwable e) {
            throw control.failed(RecordLayout.inputSeq(buffer, at), e);
        }
    }

    private void onOther(final UnsafeBuffer buffer, final int at, final int payload, final int payloadLength) {
        final int input = RecordLayout.input(buffer, at);
        switch (RecordLayout.kind(buffer, at)) {
            case RecordKind.COMMAND, RecordKind.ANSWER -> inputs.onPayload(input, buffer, payload, payloadLength);
            case RecordKind.DEFINITION -> control.define(input, buffer, payload, payloadLength);
            case RecordKind.INPUT_END -> {
                if ((RecordLayout.flags(buffer, at) & RecordLayout.FLAG_LAST) != 0) {
                    control.end();
                }
            }
            default -> {
                // TICK, SNAPSHOT, RESUMED: no operator sees them.
            }
        }
    }

    private void fireTimers(final long upTo) {
        while (timers.nextDeadline() <= upTo) {
            final int timer = timers.next();
            final int place = timers.place(timer);
            final long key = timers.key(timer);
            final long tag = timers.tag(timer);
            clock.set(timers.deadline(timer));
            timers.removeNext();
            timerTargets.onTimer(place, key, tag);
        }
    }

    @Override
    public void onPayload(final int input, final UnsafeBuffer buffer, final int offset, final int length) {
        inputs.onPayload(input, buffer, offset, length);
    }

    @Override
    public void onCell(final int edge, final UnsafeBuffer buffer, final int offset, final int length) {
        edges.onCell(edge, buffer, offset, length);
    }

    @Override
    public void onTimer(final int place, final long key, final long tag) {
        timerTargets.onTimer(place, key, tag);
    }
}
