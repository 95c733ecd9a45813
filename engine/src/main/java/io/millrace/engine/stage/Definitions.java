package io.millrace.engine.stage;

import org.agrona.DirectBuffer;

/**
 * What a stage knows from DEFINITION records: instruments, symbols. Each stage has its own, so that a definition takes
 * effect at the same place in every layout.
 *
 * <p>Thread: the stage's. Allocation: may allocate, definitions are rare. Deterministic: must be.
 */
public interface Definitions {

    /** A DEFINITION record has come. A later definition of the same thing replaces the earlier one. */
    void define(DirectBuffer source, int offset, int length);

    /** Forgets everything. */
    void reset();
}
