package io.millrace.engine.stage;

import org.agrona.DirectBuffer;

/**
 * How a stage's key numbers stand for keys. A key that is a number stands for itself; a text key stands behind a number
 * that the stage gave it. Such a number decides nothing: order and routing go by value.
 *
 * <p>Thread: the stage's. Allocation: only for a text that was never seen. Deterministic: by value, yes.
 */
public abstract class KeySpace implements LongOrder {
    KeySpace() {}

    /** Order of two keys by value: numbers as signed, text as unsigned bytes of its UTF-8. */
    @Override
    public abstract int compare(long left, long right);

    /** Hash of a key by value, equal in all stages and on all machines. */
    public abstract int hash(long key);

    /** Bytes of a text key; 0 if keys are numbers. */
    public abstract int textLength(long key);

    /** Where the bytes of a text key stand in {@link #text()}. */
    public abstract int textOffset(long key);

    /** Bytes of all text keys. */
    public abstract DirectBuffer text();

    /** The stage's number for the key of a cell. */
    abstract long ofCell(DirectBuffer cell, int offset);

    /** The key as a person reads it. */
    public abstract String describe(long key);
}
