package io.millrace.engine.loop;

/**
 * Where an ingress begins.
 *
 * @param nextSeq number of its first record
 * @param time    that of the last record before, epoch nanoseconds; means nothing if {@code nextSeq} is 0
 * @param places  how far each input has come
 */
public record Beginning(long nextSeq, long time, InputPlaces places) {
    /** A new journal. */
    public static Beginning ofNothing(final int inputs) {
        return new Beginning(0, 0, new InputPlaces(inputs));
    }

    /** Whether there are records before. */
    public boolean resumes() {
        return nextSeq > 0;
    }
}
