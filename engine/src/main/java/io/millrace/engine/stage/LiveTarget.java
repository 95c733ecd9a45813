package io.millrace.engine.stage;

/** An operator that has something to do when a flow that was restored or replayed goes live. */
public interface LiveTarget {

    /** From now on, what leaves the stage arrives: what was sent in vain before is to be sent again. */
    void onLive();
}
