package io.millrace.engine.compile;

/** Is told when a stage has come to the cut of a snapshot. */
public interface CutListener {
    /** Takes no snapshots. */
    CutListener NONE = new CutListener() {
        @Override
        public void onCut(final StageUnit unit, final long inputSeq, final long places, final int length) {
            // Not wanted.
        }

        @Override
        public void onEnd(final StageUnit unit) {
            // Not wanted.
        }
    };

    /**
     * A stage has worked on all before a SNAPSHOT record, and on nothing behind it. Called on the stage's thread.
     *
     * @param places payload of the record, {@link io.millrace.engine.loop.InputPlaces}; an address outside the heap
     */
    void onCut(StageUnit unit, long inputSeq, long places, int length);

    /** All inputs have ended, and a stage has worked on all. Called on the stage's thread. */
    void onEnd(StageUnit unit);
}
