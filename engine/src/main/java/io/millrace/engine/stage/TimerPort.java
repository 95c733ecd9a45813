package io.millrace.engine.stage;

/** Takes timers that have fired and hands them to the operators that set them. */
public interface TimerPort {

    /** A timer of the step at this place has fired. */
    void onTimer(int place, long key, long tag);
}
