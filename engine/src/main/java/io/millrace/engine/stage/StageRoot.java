package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The top of a compiled stage: from here every wire down to the sinks is a final field, and in a specialised stage a
 * constant.
 */
public final class StageRoot implements RootPort {
    private final StageClock clock;
    private final Timers timers;
    private final InputPort inputs;
    private final EdgePort edges;
    private final TimerPort timerTargets;
    private final StageControl control;
    private final CurrentRecord record;
    private final boolean tellsTime;
    private final boolean tellsRecord;

    /**
     * Puts a stage together.
     *
     * @param tellsTime   whether anyone asks for the time or sets timers; if not, the clock stands still
     * @param tellsRecord whether anyone asks which record is worked on
     */
    StageRoot(
            final boolean tellsTime,
            final boolean tellsRecord,
            final StageClock clock,
            final Timers timers,
            final InputPort inputs,
            final EdgePort edges,
            final TimerPort timerTargets,
            final StageControl control,
            final CurrentRecord record) {
        this.tellsTime = tellsTime;
        this.clock = clock;
        this.timers = timers;
        this.inputs = inputs;
        this.edges = edges;
        this.timerTargets = timerTargets;
        this.control = control;
        this.record = record;
        this.tellsRecord = tellsRecord;
    }

    @Override
    public long onRecord(final long address) {
        if (tellsTime) {
            final long time = OffHeap.int64(address + RecordLayout.INGEST_TIME);
            if (time >= timers.nextDeadline()) {
                fireTimers(time);
            }
            clock.advanceTo(time);
        }
        if (tellsRecord) {
            record.set(OffHeap.int64(address + RecordLayout.INPUT_SEQ));
        }
        final int length = OffHeap.int32(address + RecordLayout.LENGTH);
        inputs.onRecord(OffHeap.int32(address + RecordLayout.KIND), address, length);
        return address + RecordLayout.aligned(length);
    }

    @Override
    public RuntimeException failed(final long address, final Throwable cause) {
        return control.failed(OffHeap.int64(address + RecordLayout.INPUT_SEQ), cause);
    }

    private void fireTimers(final long upTo) {
        while (timers.nextDeadline() <= upTo) {
            final int timer = timers.next();
            final int place = timers.place(timer);
            final long key = timers.key(timer);
            final long tag = timers.tag(timer);
            clock.set(timers.deadline(timer));
            timers.removeNext();
            if (tellsRecord) {
                record.set(CurrentRecord.NONE);
            }
            timerTargets.onTimer(place, key, tag);
        }
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        inputs.onRecord(kindAndInput, address, length);
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
