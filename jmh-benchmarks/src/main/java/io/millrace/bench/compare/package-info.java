/**
 * How two things are compared: they take turns over the same work within one run, and the median of the pairs' ratios is
 * what counts, so that what the machine does to one it does to the other.
 *
 * <pre>
 *   Contest ──▶ Rounds ──▶ prepare ─▶ baseline ─▶ subject   first pass
 *                          prepare ─▶ subject ─▶ baseline   second pass ... one pair
 *                          verify: equal output, or no figure
 *                                      └──▶ Ratio
 * </pre>
 */
package io.millrace.bench.compare;
