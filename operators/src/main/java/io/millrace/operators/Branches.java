package io.millrace.operators;

/**
 * What comes out of a branch.
 *
 * @param matched   items for which the predicate is true
 * @param unmatched the others
 */
public record Branches<S>(S matched, S unmatched) {}
