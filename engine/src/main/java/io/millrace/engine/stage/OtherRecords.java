package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;

/**
 * The end of the chain of inputs: the records that are not data of an input of this stage. Commands and answers go to
 * their input after all; some kinds concern the stage as a whole; some concern another stage.
 */
public final class OtherRecords implements InputPort {
    private final InputPort[] entries;
    private final StageControl control;

    /** @param entries by input; null where the input lives in another stage */
    OtherRecords(final InputPort[] entries, final StageControl control) {
        this.entries = entries;
        this.control = control;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final int input = OffHeap.int16(address + RecordLayout.INPUT) & 0xFFFF;
        switch (OffHeap.int8(address + RecordLayout.KIND)) {
            case RecordKind.COMMAND, RecordKind.ANSWER -> {
                if (entries[input] != null) {
                    entries[input].onRecord(kindAndInput, address, length);
                }
            }
            case RecordKind.DEFINITION ->
                control.define(input, address + RecordLayout.HEADER, length - RecordLayout.HEADER);
            case RecordKind.INPUT_END -> {
                if ((OffHeap.int8(address + RecordLayout.FLAGS) & RecordLayout.FLAG_LAST) != 0) {
                    control.end();
                }
            }
            case RecordKind.SNAPSHOT ->
                control.cut(
                        OffHeap.int64(address + RecordLayout.INPUT_SEQ),
                        address + RecordLayout.HEADER,
                        length - RecordLayout.HEADER);
            case RecordKind.RESUMED -> control.resumed(OffHeap.int64(address + RecordLayout.HEADER));
            default -> {
                // TICK: no operator sees it. DATA: another stage's.
            }
        }
    }
}
