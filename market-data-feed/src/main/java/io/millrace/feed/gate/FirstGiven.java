package io.millrace.feed.gate;

import java.util.Arrays;

/**
 * What was given last of each instrument, of one kind of event with ids that grow, and by which connection: the first one
 * to bring an id gives it.
 *
 * <p>Ids of one connection may repeat and fall; that is the venue's way. Ids of another one that do not grow are old news,
 * unless they are much younger than what was given: then the venue has begun to count anew.
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: yes.
 */
final class FirstGiven {
    /** By how much later something must have happened to be new in spite of its id. Times of a venue jitter. */
    static final long ANEW_NANOS = 1_000_000_000;

    private static final int NOBODY = 0;

    private long[] ids = new long[0];
    private long[] times = new long[0];
    private int[] owners = new int[0];

    /** Whether an event is new; it is taken to be given then. */
    boolean isNew(final int place, final long id, final long time, final int connection) {
        if (place >= ids.length) {
            grow(2 * place + 1);
        }
        final boolean isOld = owners[place] != NOBODY
                && owners[place] != connection
                && id <= ids[place]
                && time <= times[place] + ANEW_NANOS;
        if (isOld) {
            return false;
        }
        ids[place] = id;
        times[place] = time;
        owners[place] = connection;
        return true;
    }

    private void grow(final int places) {
        ids = Arrays.copyOf(ids, places);
        times = Arrays.copyOf(times, places);
        owners = Arrays.copyOf(owners, places);
    }

    /** What comes next is new. */
    void forget() {
        Arrays.fill(owners, NOBODY);
    }
}
