package io.millrace.engine.loop;

import io.millrace.engine.channel.Cells;
import io.millrace.engine.channel.ChannelReader;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.channel.Stamp;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.StageClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The receiving end of a stage: one of the channels that it reads, the cell at its head, and the promise below which
 * nothing more will come.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class Inbound {
    private final ChannelReader reader;
    private final boolean records;
    private final int part;
    private final int parts;
    private Stamp head = new Stamp();
    private Stamp last = new Stamp();
    private boolean present;
    private boolean ended;
    private byte kind;
    private long stageTime = StageClock.BEFORE_ALL;

    private Inbound(final ChannelReader reader, final boolean records, final int part, final int parts) {
        this.reader = reader;
        this.records = records;
        this.part = part;
        this.parts = parts;
        last.least();
    }

    /** The input channel: records as the journal has them. */
    public static Inbound records(final ChannelReader reader) {
        return new Inbound(reader, true, 0, 1);
    }

    /**
     * A channel from another stage.
     *
     * @param part  which part the reading stage is
     * @param parts number of parts; cells with keys of other parts are passed over
     */
    public static Inbound cells(final ChannelReader reader, final int part, final int parts) {
        return new Inbound(reader, false, part, parts);
    }

    /** Looks for a cell that has to be worked on; takes in promises on the way. */
    boolean advance() {
        if (present) {
            return true;
        }
        if (ended) {
            head.infinite();
            kind = RecordKind.FINISHED;
            present = true;
            return true;
        }
        while (reader.poll()) {
            kind = RecordLayout.kind(reader.buffer(), reader.offset());
            if (isBarrierKind()) {
                head.infinite();
            } else if (records) {
                loadRecord();
            } else if (kind == RecordKind.FRONTIER) {
                last.load(reader.buffer(), reader.offset());
                reader.release();
                continue;
            } else {
                head.load(reader.buffer(), reader.offset());
                if (kind == RecordKind.DATA && belongsToAnotherPart()) {
                    passed();
                    reader.release();
                    continue;
                }
            }
            present = true;
            return true;
        }
        return false;
    }

    private boolean isBarrierKind() {
        return kind == RecordKind.FINISHED
                || kind == RecordKind.STOP
                || kind == RecordKind.RESET
                || kind == RecordKind.REWIND
                || kind == RecordKind.LIVE;
    }

    /** Whether the head is one that has to come on all channels before it takes effect. */
    boolean isBarrier() {
        return present && isBarrierKind();
    }

    private void loadRecord() {
        final UnsafeBuffer buffer = reader.buffer();
        final int offset = reader.offset();
        final long time = RecordLayout.ingestTime(buffer, offset);
        if (time > stageTime) {
            stageTime = time;
        }
        head.record(stageTime, RecordLayout.inputSeq(buffer, offset));
    }

    private boolean belongsToAnotherPart() {
        return parts > 1 && Math.floorMod(Cells.keyHash(reader.buffer(), reader.offset()), parts) != part;
    }

    private void passed() {
        final Stamp before = last;
        last = head;
        last.seal();
        head = before;
    }

    /** The cell at the head has been worked on. */
    void done() {
        final boolean wasLastRecord = isLastRecord();
        passed();
        present = false;
        if (!ended) {
            reader.release();
        }
        ended |= wasLastRecord;
    }

    /** The barrier at the head takes nothing away from what may still come. */
    void passBarrier() {
        present = false;
        reader.release();
    }

    /** Forgets what was promised: after a RESET or a REWIND everything starts over. */
    void reset() {
        last.least();
        stageTime = StageClock.BEFORE_ALL;
    }

    /** Whether the head is the record behind which the input channel carries nothing more. */
    boolean isLastRecord() {
        return records
                && kind == RecordKind.INPUT_END
                && (RecordLayout.flags(reader.buffer(), reader.offset()) & RecordLayout.FLAG_LAST) != 0;
    }

    boolean present() {
        return present;
    }

    Stamp head() {
        return head;
    }

    /** Nothing at or before this will come any more. */
    Stamp last() {
        return last;
    }

    byte kind() {
        return kind;
    }

    boolean records() {
        return records;
    }

    UnsafeBuffer buffer() {
        return reader.buffer();
    }

    int offset() {
        return reader.offset();
    }

    int length() {
        return reader.length();
    }

    long address() {
        return OffHeap.address(reader.buffer()) + reader.offset();
    }
}
