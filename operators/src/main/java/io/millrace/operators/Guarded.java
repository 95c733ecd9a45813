package io.millrace.operators;

/**
 * What comes out of a guard.
 *
 * @param passed what the guarded steps make of the items that they do not fail on
 * @param failed what they fail on
 */
public record Guarded<P>(P passed, Stream<DeadLetter> failed) {}
