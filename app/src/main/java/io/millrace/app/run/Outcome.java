package io.millrace.app.run;

/**
 * How a run ended that did not fail.
 *
 * @param view       its figures
 * @param nanos      how long it took
 * @param allOfInput whether its input had ended; otherwise it was stopped, or a journal ends before its input did
 */
public record Outcome(RunView view, long nanos, boolean allOfInput) {}
