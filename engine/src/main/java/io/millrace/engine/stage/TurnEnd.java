package io.millrace.engine.stage;

/** An operator that wants to know when its stage has nothing more to do at the moment. */
public interface TurnEnd {

    /** A batch has been worked on: a good time to write what was collected. */
    void onTurnEnd();
}
