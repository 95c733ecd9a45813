package io.millrace.engine.stage;

/** Takes records and hands them to their inputs. */
public interface InputPort {

    /**
     * A record.
     *
     * @param kindAndInput the four bytes at {@link io.millrace.engine.channel.RecordLayout#KIND}
     * @param address      of the record, outside the heap
     * @param length       bytes of header and payload
     */
    void onRecord(int kindAndInput, long address, int length);
}
