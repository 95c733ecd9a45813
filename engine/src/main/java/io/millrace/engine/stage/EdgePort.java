package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** Takes cells with items and hands them to the operators behind their edges. */
public interface EdgePort {

    /** A cell with an item. */
    void onCell(int edge, UnsafeBuffer buffer, int offset, int length);
}
