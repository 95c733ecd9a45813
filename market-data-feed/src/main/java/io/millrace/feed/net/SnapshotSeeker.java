package io.millrace.feed.net;

/**
 * Gets the snapshot of one book, each time that it asks.
 *
 * <p>Thread: the network thread. Allocation: yes. Deterministic: no.
 */
interface SnapshotSeeker {

    /** The book asks. */
    void asked(BookRequests.Answer answer);

    /** A session of a feed has become ready, perhaps the one that it waits for. */
    void lineReady();
}
