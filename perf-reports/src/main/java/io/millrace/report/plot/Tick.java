package io.millrace.report.plot;

/**
 * A place on an axis.
 *
 * @param at its pixel
 * @param label what stands beside it; empty for a line only
 */
record Tick(double at, String label) {}
