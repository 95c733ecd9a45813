package io.millrace.engine.compile;

/** Is told when a stage has come to the cut of a snapshot. */
@FunctionalInterface
public interface CutListener {
    /** Takes no snapshots. */
    CutListener NONE = (unit, inputSeq, places, length) -> {};

    /**
     * A stage has worked on all before a SNAPSHOT record, and on nothing behind it. Called on the stage's thread.
     *
     * @param places payload of the record, {@link io.millrace.engine.loop.InputPlaces}; an address outside the heap
     */
    void onCut(StageUnit unit, long inputSeq, long places, int length);
}
