package io.millrace.feed.net;

import java.net.UnknownHostException;

/**
 * Why a session came to its end: the first thing that went wrong, since the others follow from it.
 *
 * <p>Thread: the network thread. Allocation: for its text. Deterministic: yes.
 */
final class Trouble {
    private Throwable first;

    void add(final Throwable cause) {
        if (first == null) {
            first = cause;
        }
    }

    /** In words. */
    @Override
    public String toString() {
        if (first instanceof UnknownHostException) {
            return "no address is known for it, check the network";
        }
        return first == null ? "closed by the venue" : first.getMessage();
    }
}
