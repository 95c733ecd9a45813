package io.millrace.engine.graph;

/**
 * Where a wire leads.
 *
 * @param place step that uses it, by place
 * @param input which of that step's inputs it is
 */
public record Use(int place, int input) {}
