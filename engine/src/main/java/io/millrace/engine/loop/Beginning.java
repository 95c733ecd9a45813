package io.millrace.engine.loop;

/**
 * Where an ingress begins.
 *
 * @param nextSeq number of its first record
 * @param places  how far each input has come
 */
public record Beginning(long nextSeq, InputPlaces places) {
    /** A new journal. */
    public static Beginning ofNothing(final int inputs) {
        return new Beginning(0, new InputPlaces(inputs));
    }

    /** Time of the last record before, epoch nanoseconds; 0 if there is none. */
    long time() {
        return resumes() ? places.time() : 0;
    }

    /** Whether there are records before. */
    public boolean resumes() {
        return nextSeq > 0;
    }
}
