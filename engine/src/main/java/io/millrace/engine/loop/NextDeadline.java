package io.millrace.engine.loop;

/** What the ingress needs to know of the stages: when their next timer is due. */
@FunctionalInterface
public interface NextDeadline {

    /** Earliest deadline of all stages in epoch nanoseconds, or {@link io.millrace.engine.stage.Timers#NEVER}. */
    long get();
}
