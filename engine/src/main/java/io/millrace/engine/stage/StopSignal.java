package io.millrace.engine.stage;

/** Thrown out of a wait when the flow has been stopped or another stage has failed. Has no trace and is made once. */
public final class StopSignal extends RuntimeException {
    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no trace, and is made once so that waits allocate nothing
    public static final StopSignal INSTANCE = new StopSignal();

    private StopSignal() {
        super("flow stopped", null, false, false);
    }
}
