package io.millrace.engine.stage;

/** What a stage does with records that are not items; rare. */
public interface StageControl {

    /** A DEFINITION record of an input: its payload, outside the heap. */
    void define(int input, long address, int length);

    /** A SNAPSHOT record: its payload, outside the heap. */
    void cut(long inputSeq, long address, int length);

    /** A RESUMED record: the process was down for a while; what goes by running time leaves that out. */
    void resumed(long gapNanos);

    /** All inputs have ended: runs the end hooks of the whole stage, in the order of effects. */
    void end();

    /** An operator, or what it called, has thrown: what to throw instead, with the place in the input. */
    RuntimeException failed(long inputSeq, Throwable cause);
}
