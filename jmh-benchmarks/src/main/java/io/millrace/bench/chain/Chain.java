package io.millrace.bench.chain;

import org.agrona.concurrent.UnsafeBuffer;

/** Something that works through batches of records. */
public interface Chain {

    /** Works through records that stand one behind the other. */
    void onBatch(UnsafeBuffer buffer, int offset, int length);

    /** What came out so far. */
    String results();
}
