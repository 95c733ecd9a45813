package io.millrace.engine.run;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.loop.InputPlaces;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A snapshot that was read: the state of a flow behind one SNAPSHOT record, in whatever layout it was taken.
 *
 * <pre>
 *  version (4) | flow | inputSeq (8) | payload of the record
 *  number of outputs (4) | step, items given (8), hash (8) | ...
 *  number of stages and parts (4) | what {@link StageUnit#writeState} wrote | ...
 * </pre>
 *
 * Little-endian, texts and bytes behind their length.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 */
final class Snapshot {
    private static final int VERSION = 1;

    private record Section(int offset, int length) {}

    private final DirectBuffer bytes;
    private final long inputSeq;
    private final int placesAt;
    private final int placesLength;
    private final InputPlaces places;
    private final Map<String, Long> outputs = new LinkedHashMap<>();
    private final List<Section> stages = new ArrayList<>();

    /**
     * Reads a snapshot.
     *
     * @param bytes outside the heap
     * @throws ConnectorException if it is of another flow or of a newer version
     */
    Snapshot(final DirectBuffer bytes, final String flow) {
        this.bytes = bytes;
        final StateReader in = new StateReader(bytes, 0, bytes.capacity());
        final int version = in.takeInt();
        if (version > VERSION) {
            throw new ConnectorException("the snapshot is of version " + version + ", this Millrace reads up to "
                    + VERSION + ": use the Millrace that wrote it, or a newer one");
        }
        final String written = in.takeText();
        if (!written.equals(flow)) {
            throw new ConnectorException("the snapshot is one of flow '" + written + "', not of '" + flow + "'");
        }
        inputSeq = in.takeLong();
        placesLength = in.takeLength();
        placesAt = in.takeBytes(placesLength);
        places = InputPlaces.read(bytes, placesAt);
        for (int left = in.takeInt(); left > 0; left--) {
            outputs.put(in.takeText(), in.takeLong());
            in.takeLong();
        }
        for (int left = in.takeInt(); left > 0; left--) {
            final int ofStage = in.takeLength();
            stages.add(new Section(in.takeBytes(ofStage), ofStage));
        }
    }

    /** Writes a snapshot, in place of what a writer has written before. */
    static void write(
            final StateWriter out,
            final String flow,
            final long inputSeq,
            final DirectBuffer places,
            final List<OutputPlace> outputs,
            final List<StateWriter> stages) {
        out.clear().putInt(VERSION).putText(flow).putLong(inputSeq).putBytes(places, 0, places.capacity());
        out.putInt(outputs.size());
        for (final OutputPlace output : outputs) {
            out.putText(output.stepId()).putLong(output.count()).putLong(output.hash());
        }
        out.putInt(stages.size());
        for (final StateWriter stage : stages) {
            out.putBytes(stage.buffer(), 0, stage.length());
        }
    }

    /** The record behind which it was taken. */
    long inputSeq() {
        return inputSeq;
    }

    /** Whether a record of the journal is the one that it was taken at. */
    boolean isOf(final DirectBuffer records, final int offset) {
        return RecordLayout.kind(records, offset) == RecordKind.SNAPSHOT
                && RecordLayout.inputSeq(records, offset) == inputSeq
                && RecordLayout.length(records, offset) == RecordLayout.HEADER + placesLength
                && new UnsafeBuffer(records, offset + RecordLayout.HEADER, placesLength)
                        .equals(new UnsafeBuffer(bytes, placesAt, placesLength));
    }

    /** How far the inputs had come. */
    InputPlaces places() {
        return places;
    }

    /** An output whose sink has lost items that this snapshot would not give again, or null if there is none. */
    CountedOutput behind(final List<StageUnit> units) {
        for (final StageUnit unit : units) {
            for (final CountedOutput output : unit.outputs()) {
                if (output.isExact() && output.held() < outputs.getOrDefault(output.stepId(), 0L)) {
                    return output;
                }
            }
        }
        return null;
    }

    /** Steps that had state when it was taken. */
    Set<String> steps() {
        final Set<String> steps = new TreeSet<>();
        for (final Section stage : stages) {
            steps.addAll(StageUnit.stateIds(reader(stage)));
        }
        return steps;
    }

    /** Gives a stage, which is as new, its state. */
    void restore(final StageUnit unit) {
        for (final Section stage : stages) {
            unit.readState(reader(stage));
        }
    }

    private StateReader reader(final Section stage) {
        return new StateReader(bytes, stage.offset(), stage.length());
    }
}
