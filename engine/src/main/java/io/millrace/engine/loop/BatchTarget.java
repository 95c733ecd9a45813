package io.millrace.engine.loop;

import org.agrona.concurrent.UnsafeBuffer;

/** Where batches of journaled records go: a stage, or the input channel. */
public interface BatchTarget {

    /** Takes a batch; returns when it has been processed, or stands in the channel. */
    void onBatch(UnsafeBuffer buffer, int offset, int length);
}
